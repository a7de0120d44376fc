/** Text in the two languages of the system. */
export type Bilingual = { readonly zh: string; readonly en: string };

/**
 * One expected reason for a refusal. `code` is for programs (CAPITALS_WITH_UNDERSCORES), `field` names the input,
 * `message` says what is wrong and how to correct it.
 */
export type Problem = {
  readonly code: string;
  readonly field?: string;
  readonly message: Bilingual;
};

/** A refusal: one or more problems. */
export type Refusal = { readonly ok: false; readonly problems: readonly Problem[] };

/** The result of an operation: its value, or the problems that stopped it. Unexpected faults are thrown instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

/** Accepts a value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Refuses for the given reasons. A refusal without any reason is a programming fault and throws. */
export function refuse(...problems: readonly Problem[]): Refusal {
  if (problems.length === 0) throw new Error('A refusal needs at least one problem');
  return { ok: false, problems };
}

/** Creates a problem; `field` is left out if it concerns the whole input. */
export function problem(code: string, message: Bilingual, field?: string): Problem {
  return field === undefined ? { code, message } : { code, field, message };
}

/** Applies `change` to an accepted value; a refusal passes unchanged. */
export function mapResult<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
  return result.ok ? ok(change(result.value)) : result;
}

/** Continues with `next` after an accepted value; a refusal passes unchanged. */
export function andThen<T, U>(result: Result<T>, next: (value: T) => Result<U>): Result<U> {
  return result.ok ? next(result.value) : result;
}

/** Every problem of several results, in order; empty if all were accepted. */
export function collectProblems(results: Iterable<Result<unknown>>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const result of results) if (!result.ok) problems.push(...result.problems);
  return problems;
}

/** The values of all results in order, or every problem of all of them. */
export function combineAll<T>(results: Iterable<Result<T>>): Result<readonly T[]> {
  const values: T[] = [];
  const problems: Problem[] = [];
  for (const result of results) {
    if (result.ok) values.push(result.value);
    else problems.push(...result.problems);
  }
  return problems.length === 0 ? ok(values) : refuse(...problems);
}

/** The values of a record of results when all are accepted. */
export type Accepted<R extends Readonly<Record<string, Result<unknown>>>> = {
  readonly [K in keyof R]: R[K] extends Result<infer T> ? T : never;
};

/**
 * Combines the fields of one input: a record of values under the same names, or every problem of every field. A problem
 * that names no field gets the field's name.
 */
export function combineFields<R extends Readonly<Record<string, Result<unknown>>>>(fields: R): Result<Accepted<R>> {
  const values: [string, unknown][] = [];
  const problems: Problem[] = [];
  for (const [field, result] of Object.entries(fields)) {
    if (result.ok) values.push([field, result.value]);
    else problems.push(...result.problems.map((each) => (each.field === undefined ? { ...each, field } : each)));
  }
  return problems.length === 0 ? ok(Object.fromEntries(values) as Accepted<R>) : refuse(...problems);
}

/**
 * The value of a result known to be accepted; otherwise throws with the problems' messages (for setup code and tests).
 */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((each) => `${each.code}: ${each.message.en}`).join('; '));
}

import { permits, type Action, type Role } from '@nuangong/access';
import { isWithinSight, type Ownership } from './city/ownership.ts';

/** A value that was given to somebody who must not get it: its place in the answer, and the value. */
export type Leak = {
  readonly why: 'FOREIGN' | 'SECRET' | 'ROLE' | 'TAKEN_IN' | 'CHANGED' | 'PUBLIC' | 'WROTE' | 'UNLIMITED' | 'STOPPED';
  readonly at: string;
  readonly value: string;
};

/** What an answer must not contain. */
export type Marks = {
  readonly owners: Ownership;
  readonly secrets: readonly Secret[];
};

/**
 * A text that not every role may get: somebody's whole number, a text about a household's people, the content of a
 * legal case, or the name of somebody who gets help.
 */
export type Secret = {
  readonly text: string;
  readonly scope: string;
  readonly kind: 'NUMBER' | 'WRITTEN' | 'LEGAL_CONTENT' | 'PERSON';
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const date = /^\d{4}-\d\d-\d\d/u;
const number = /^[\d.,%-]*$/u;
const codeOfTheGraph = /^[A-Z][A-Z0-9_]*$/u;
const nameOfAnAction = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/u;
const masked = /\*{2}/u;

/** Whether a value is specific to an organisation: not a date, a figure, a masked number or a word of the schema. */
export function isTelling(value: string): boolean {
  if (uuid.test(value)) return true;
  if (value.length < 2) return false;
  return ![date, number, codeOfTheGraph, nameOfAnAction, masked].some((form) => form.test(value));
}

/**
 * The leaks in an answer: secrets, and values that occur in rows of other organisations and in none within sight.
 *
 * @param said what the request itself named, from which nothing is learned.
 * @param mayBeTold secrets that this attacker may read: by unmasking, or as the officer of the case.
 */
export function leaksIn(
  answer: unknown,
  scope: string,
  marks: Marks,
  said: ReadonlySet<string>,
  mayBeTold: (secret: Secret) => boolean = () => false,
): readonly Leak[] {
  const leaks: Leak[] = [];
  for (const [at, value] of leavesOf(answer)) {
    if (said.has(value)) continue;
    if (marks.secrets.some((secret) => value.includes(secret.text) && !mayBeTold(secret)))
      leaks.push({ why: 'SECRET', at, value });
    else if (partsOf(value).some((part) => !said.has(part) && isForeign(part, scope, marks.owners))) {
      leaks.push({ why: 'FOREIGN', at, value });
    }
  }
  return leaks;
}

/** Whether a value belongs only to organisations out of sight. */
export function isForeign(value: string, scope: string, owners: Ownership): boolean {
  const paths = owners.get(value);
  if (paths === undefined || !isTelling(value)) return false;
  return [...paths].every((path) => !isWithinSight(path, scope));
}

const anyUuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

/** The text itself, and the ids inside it, as in a file's address or a sentence. */
function partsOf(value: string): readonly string[] {
  return [value, ...(value.match(anyUuid) ?? [])];
}

type Outcome = {
  readonly problems?: readonly unknown[];
  readonly rows?: readonly { readonly id: string; readonly ok: boolean }[];
};

/** The leaks if a command on another county's records was carried out. */
export function tookIn(data: unknown, foreign: ReadonlySet<string>): readonly Leak[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data as Readonly<Record<string, Outcome | null>>).flatMap(([at, outcome]): readonly Leak[] => {
    if (outcome?.problems === undefined || outcome.problems.length > 0) return [];
    const { rows } = outcome;
    if (rows === undefined) return [...foreign].slice(0, 1).map((value) => ({ why: 'TAKEN_IN', at, value }));
    return rows.filter(({ id, ok }) => ok && foreign.has(id)).map(({ id }) => ({ why: 'TAKEN_IN', at, value: id }));
  });
}

/** Commands on one's own account, allowed for every role. */
const ownAccount: ReadonlySet<string> = new Set([
  'changePassword',
  'endSession',
  'endOtherSessions',
  'beginSecondFactor',
  'confirmSecondFactor',
  'renewRecoveryCodes',
  'removeSecondFactor',
  'changeOfficePhone',
  'confirmAccountAct',
  'refuseAccountAct',
  'withdrawAccountAct',
  'markAccountActsSeen',
  'delegateRoles',
  'endDelegation',
]);

/** The commands of an answer that were carried out, by their place in it. */
export function carriedOut(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data as Readonly<Record<string, Outcome | null>>).flatMap(([at, outcome]) => {
    const done = outcome?.problems?.length === 0 && (outcome.rows === undefined || outcome.rows.some(({ ok }) => ok));
    return done ? [at] : [];
  });
}

/** The leaks if an auditor, who may only read, changed something. */
export function wrote(data: unknown, role: Role | 'PUBLIC', document: string): readonly Leak[] {
  if (role !== 'AUDITOR') return [];
  const name = /\{ f0: (\w+)/u.exec(document)?.[1] ?? '';
  return ownAccount.has(name) ? [] : carriedOut(data).map((at) => ({ why: 'WROTE', at, value: name }));
}

/** The leaks if somebody who is not signed in got any data. */
export function toldToNobody(data: unknown): readonly Leak[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([at, value]) => ({ why: 'PUBLIC', at, value: JSON.stringify(value) }));
}

/**
 * For each type, the permissions of which a role needs one to get any field of such a record, on any path.
 */
const guards: Readonly<Record<string, Action | readonly Action[]>> = {
  Household: 'household.read',
  Person: 'household.read',
  PublicPosting: 'household.read',
  CaseFile: 'household.read',
  AidApplication: 'application.read',
  EligibilityDecision: 'application.read',
  Fund: 'fund.read',
  DisbursementBatch: 'batch.read',
  Grant: ['voucher.read', 'application.read'],
  Payment: ['voucher.read', 'application.read'],
  Voucher: 'voucher.read',
  DisbursementBatchFinding: ['payment-file.download', 'health.read'],
  PayeeCorrection: ['payment-file.download', 'health.read'],
  PaymentFile: ['payment-file.download', 'health.read'],
  JobSeeker: 'employment.read',
  Placement: 'employment.read',
  Referral: 'employment.read',
  Vacancy: 'vacancy.read',
  LegalCase: 'legal-case.read',
  WageClaim: 'legal-case.read',
  AuditEntry: 'audit.read',
};

/** Types whose `__typename` a request always asks for, so that its records are recognised. */
export const guardedTypes: ReadonlySet<string> = new Set(Object.keys(guards));

/** Records given to a role that may not read them: any field besides the id, which every reference contains. */
export function toldBeyondRole(answer: unknown, role: Role, at = ''): readonly Leak[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const fields = Object.entries(answer);
  const below = fields.flatMap(([name, part]) => toldBeyondRole(part, role, `${at}.${name}`));
  const type: unknown = Reflect.get(answer, '__typename');
  const guard = typeof type === 'string' ? guards[type] : undefined;
  if (guard === undefined || [guard].flat().some((action) => permits([role], action))) return below;
  const told = fields.find(([name, value]) => !/(^|\d)(id|__typename)$/u.test(name) && isScalar(value));
  return told === undefined ? below : [{ why: 'ROLE', at: `${at}.${told[0]}`, value: String(told[1]) }, ...below];
}

const isScalar = (value: unknown): boolean => value !== null && typeof value !== 'object';

/** Every text in an answer, with its path. */
export function leavesOf(value: unknown, at = ''): readonly (readonly [at: string, value: string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === '__typename' ? [] : leavesOf(part, at === '' ? name : `${at}.${name}`),
  );
}

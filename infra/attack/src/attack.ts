import { isDeepStrictEqual } from 'node:util';
import { permits } from '@nuangong/access';
import { createRandom } from '@nuangong/faults/random';
import type { Attacker } from './city/attacker.ts';
import { lookAtTables, type TableTrouble } from './city/look-at-tables.ts';
import type { AttackedCity } from './city/open-city.ts';
import { readOwnership, type Ownership } from './city/ownership.ts';
import { readGraph, type Graph } from './graph.ts';
import { isForeign, leaksIn, toldBeyondRole, tookIn, type Leak, type Marks, type Secret } from './judge.ts';
import { randomQuery, randomRequest, type AttackRequest } from './request/random-request.ts';
import type { Words } from './request/selection.ts';
import { send, type Answer } from './send.ts';

/** One request that told too much, and what it takes to see it again. */
export type Finding = { readonly seed: number; readonly attacker: Attacker; readonly request: AttackRequest; readonly leaks: readonly Leak[] };

/** What an attack came to. */
export type AttackReport = {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Answer['kind'], number>>;
  /** Seeds whose answers were errors that nobody expected. */
  readonly broken: readonly { readonly seed: number; readonly request: AttackRequest }[];
  /** Tables that tell too much to the service's own role. */
  readonly tables: readonly TableTrouble[];
};

export type AttackPlan = {
  readonly queries: number;
  readonly seed: number;
  readonly onFinding?: (finding: Finding) => void;
  /** Ends at the first finding of which this is true. */
  readonly until?: (finding: Finding) => boolean;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const workers = 6;
/** One request in so many is asked twice: before the second county does anything, and after. */
const askedTwice = 10;
const plainTexts = ['临江', '青禾', '户', '%', '', 'warmth-table', 'a', "' or 1=1 --", '1978'];

/**
 * Attacks a city: some queries of the first county before and after the second one works, which must answer the same,
 * and then random requests of both, each answer looked through for what belongs to the other.
 */
export async function attack(city: AttackedCity, plan: AttackPlan): Promise<AttackReport> {
  const graph = readGraph();
  const report = startReport(plan);
  const secrets = [...(await city.arrange(0))];
  const twice = Array.from({ length: Math.ceil(plan.queries / askedTwice / 2) }, (_, place) => plan.seed + place);
  const before = await askBefore(city, graph, twice);
  secrets.push(...(await city.arrange(1)));
  const marks: Marks = { owners: await readOwnership(city.system.installation.databases), secrets };
  await report.each(twice, (seed) => askAgain(city, graph, seed, before.get(seed)));
  const words = wordsOf(marks.owners, city.attackers);
  const rest = Array.from({ length: plan.queries - 2 * twice.length }, (_, place) => plan.seed + twice.length + place);
  await report.each(rest, (seed) => attackOnce(city, graph, seed, marks, words));
  const tables = await lookAtTables(city.system.installation.databases, city.attackers[0]?.scope ?? '');
  return { ...report.ended(), tables };
}

type Outcome = { readonly seed: number; readonly attacker: Attacker; readonly request: AttackRequest; readonly answer: Answer; readonly leaks: readonly Leak[] };

async function attackOnce(
  city: AttackedCity,
  graph: Graph,
  seed: number,
  marks: Marks,
  words: ReadonlyMap<string, Words>,
): Promise<Outcome> {
  const random = createRandom(seed);
  const attacker = random.oneOf(city.attackers);
  const request = randomRequest(random, graph, words.get(attacker.scope) ?? { ids: [], texts: [] });
  const answer = await send(city.system, attacker, request);
  return { seed, attacker, request, answer, leaks: judge(answer, attacker, request, marks) };
}

function judge({ body, kind }: Answer, attacker: Attacker, request: AttackRequest, marks: Marks): readonly Leak[] {
  const { scope, role } = attacker;
  const mayBeTold = (secret: Secret) => isToldLawfully(secret, attacker, request);
  const strangers = new Set([...request.said].filter((said) => uuid.test(said) && isForeign(said, scope, marks.owners)));
  if (request.kind === 'FILE') {
    const [value] = strangers;
    return kind === 'ANSWERED' && value !== undefined ? [{ why: 'FOREIGN', at: request.document, value }] : [];
  }
  const data = (body as { data?: unknown }).data;
  const took = request.kind === 'MUTATION' && strangers.size > 0 ? tookIn(data, strangers) : [];
  return [...took, ...toldBeyondRole(data, role), ...leaksIn(body, scope, marks, request.said, mayBeTold)];
}

const unmaskings = [
  ['unmaskIdentity(', 'identity.unmask'],
  ['unmaskPhone(', 'phone.unmask'],
  ['unmaskBankAccount(', 'bank-account.unmask'],
] as const;

/** Whole numbers are told to whoever may unmask them and asks for it; content to the officer, the only one there. */
function isToldLawfully(secret: Secret, { scope, role }: Attacker, { document }: AttackRequest): boolean {
  if (secret.scope !== scope) return false;
  if (secret.kind === 'LEGAL_CONTENT') return permits([role], 'legal-case.read-content');
  if (secret.kind === 'WRITTEN') return permits([role], 'health.read');
  return unmaskings.some(([field, action]) => document.includes(field) && permits([role], action));
}

/** The first county's queries, answered while the second has nothing. */
async function askBefore(city: AttackedCity, graph: Graph, seeds: readonly number[]): Promise<ReadonlyMap<number, Answer>> {
  const answers = new Map<number, Answer>();
  await inParallel(seeds, async (seed) => {
    const { attacker, request } = firstCountyQuery(city, graph, seed);
    answers.set(seed, await send(city.system, attacker, request));
  });
  return answers;
}

async function askAgain(city: AttackedCity, graph: Graph, seed: number, before: Answer | undefined): Promise<Outcome> {
  const { attacker, request } = firstCountyQuery(city, graph, seed);
  const answer = await send(city.system, attacker, request);
  const same = isDeepStrictEqual(dataOf(before), dataOf(answer));
  const leaks: readonly Leak[] = same
    ? []
    : [{ why: 'CHANGED', at: 'data', value: `${JSON.stringify(dataOf(before))}\n → ${JSON.stringify(dataOf(answer))}` }];
  return { seed, attacker, request, answer, leaks };
}

const dataOf = (answer: Answer | undefined): unknown => (answer?.body as { data?: unknown } | undefined)?.data;

function firstCountyQuery(city: AttackedCity, graph: Graph, seed: number) {
  const random = createRandom(seed);
  const scope = city.attackers[0]?.scope;
  const attacker = random.oneOf(city.attackers.filter((one) => one.scope === scope));
  return { attacker, request: randomQuery(random, graph, { ids: [crypto.randomUUID()], texts: plainTexts }) };
}

const mostWords = 4_000;

/** For each scope ids and words, half of one's own and half of strangers'. */
function wordsOf(owners: Ownership, attackers: readonly Attacker[]): ReadonlyMap<string, Words> {
  return new Map(
    [...new Set(attackers.map(({ scope }) => scope))].map((scope) => {
      const mine: string[] = [];
      const strange: string[] = [];
      const texts = [...plainTexts];
      for (const [value] of owners) {
        const foreign = isForeign(value, scope, owners);
        if (uuid.test(value)) (foreign ? strange : mine).push(value);
        else if (foreign && value.length <= 20 && texts.length < mostWords) texts.push(value);
      }
      const few = Math.min(mine.length, strange.length, mostWords);
      return [scope, { ids: [...spread(mine, few), ...spread(strange, few)], texts }] as const;
    }),
  );
}

/** So many of them, from all along the list. */
function spread(all: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => all[Math.floor((place * all.length) / count)] ?? '');
}

function startReport(plan: AttackPlan) {
  const findings: Finding[] = [];
  const broken: { seed: number; request: AttackRequest }[] = [];
  const counts = { ANSWERED: 0, REFUSED: 0, BROKEN: 0 };
  const enough = () => plan.until !== undefined && findings.some(plan.until);
  return {
    ended: (): Omit<AttackReport, 'tables'> => ({ findings, counts, broken }),
    each: (seeds: readonly number[], one: (seed: number) => Promise<Outcome>) =>
      inParallel(seeds, async (seed) => {
        if (enough()) return;
        const { attacker, request, answer, leaks } = await one(seed);
        counts[answer.kind] += 1;
        if (answer.kind === 'BROKEN') broken.push({ seed, request });
        if (leaks.length === 0) return;
        const finding = { seed, attacker, request, leaks };
        findings.push(finding);
        plan.onFinding?.(finding);
      }),
  };
}

async function inParallel<T>(all: readonly T[], one: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let item = all[next++]; item !== undefined; item = all[next++]) await one(item);
  };
  await Promise.all(Array.from({ length: workers }, work));
}

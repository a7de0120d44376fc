import { isDeepStrictEqual } from 'node:util';
import { permits } from '@nuangong/access';
import { createRandom, type Random } from '@nuangong/faults/random';
import { nobody, type Attacker } from './city/attacker.ts';
import { learnCommands, type CommandsOfRoles } from './city/learn-commands.ts';
import { lookAtTables, type TableTrouble } from './city/look-at-tables.ts';
import type { AttackedCity } from './city/open-city.ts';
import { readOwnership } from './city/ownership.ts';
import { readGraph, type Graph } from './graph.ts';
import {
  carriedOut,
  isForeign,
  leaksIn,
  toldBeyondRole,
  toldToNobody,
  tookIn,
  wrote,
  type Leak,
  type Marks,
  type Secret,
} from './judge.ts';
import { followMotives } from './motive/follow-motives.ts';
import { command, randomQuery, randomRequest, type AttackRequest } from './request/random-request.ts';
import { plainTexts, withoutCommon, wordsOf } from './city/words-of-counties.ts';
import { noWords, type Words } from './request/words.ts';
import { send, type Answer } from './send.ts';

/** One request whose answer leaked something, and how to repeat it: its seed, or the motive. */
export type Finding = {
  readonly seed: number | string;
  readonly attacker: Attacker;
  readonly request: AttackRequest;
  readonly leaks: readonly Leak[];
};

/** The result of an attack. */
export type AttackReport = {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Answer['kind'], number>>;
  /** How many commands were carried out. */
  readonly commands: number;
  /** Seeds whose answers were unexpected errors. */
  readonly broken: readonly { readonly seed: number | string; readonly request: AttackRequest }[];
  /** Tables that show too much to the service's own role. */
  readonly tables: readonly TableTrouble[];
};

export type AttackPlan = {
  readonly queries: number;
  readonly seed: number;
  readonly onFinding?: (finding: Finding) => void;
  /** The attack ends at the first finding for which this is true. */
  readonly until?: (finding: Finding) => boolean;
};

/** What separates the values of a text file, also of JSON in its cells. */
const betweenValues = /[",;\t\r\n{}[\]:（）]+/u;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const workers = 6;
/** Ownership is read again after this many requests: the attackers' commands create records. */
const askedBetweenReadings = 2_000;
/** The attack ends after this many findings: it has failed, and each finding costs another reading of the databases. */
const mostFindings = 100;
/** One request in this many is sent twice: before the second county does anything, and after. */
const askedTwice = 10;

/**
 * Attacks a city: first some queries of the first county before and after the second one works, whose answers must be
 * the same, then random requests of both, searching each answer for what belongs to the other.
 */
export async function attack(city: AttackedCity, plan: AttackPlan): Promise<AttackReport> {
  const graph = readGraph();
  const report = startReport(plan);
  const secrets = [...(await city.arrange(0))];
  const twice = Array.from({ length: Math.ceil(plan.queries / askedTwice / 2) }, (_, place) => plan.seed + place);
  const before = await askBefore(city, graph, twice);
  secrets.push(...(await city.arrange(1)));
  const { databases } = city.system.installation;
  const { owners: all, ids } = await readOwnership(databases);
  const owners = withoutCommon(all);
  await report.each(twice, (seed) => askAgain(city, graph, seed, before.get(seed)));
  const marksNow: Marks = { owners, secrets };
  const readMarks = async (): Promise<Marks> => ({
    owners: withoutCommon((await readOwnership(databases)).owners),
    secrets,
  });
  const own = city.attackers[0]?.scope ?? '';
  const strangersHouseholds = (ids.get('household') ?? []).filter((id) => isForeign(id, own, owners));
  await followMotives(city, graph, strangersHouseholds, ({ gained, ...tried }) =>
    report.note({ ...tried, leaks: [...judge(tried.answer, tried.attacker, tried.request, marksNow), ...gained] }),
  );
  const commands = (await learnCommands(city, graph, city.attackers[0]?.scope ?? '')).filter(
    ({ roles }) => roles.length > 0,
  );
  const words = wordsOf(owners, city.attackers, ids);
  const rest = Array.from({ length: plan.queries - 2 * twice.length }, (_, place) => plan.seed + twice.length + place);
  for (let from = 0; from < rest.length; from += askedBetweenReadings) {
    const marks = await readMarks();
    await report.each(rest.slice(from, from + askedBetweenReadings), async (seed) => {
      const outcome = await attackOnce(city, graph, seed, marks, words, commands);
      return outcome.leaks.some(({ why }) => why === 'FOREIGN') ? judgeAgain(outcome, await readMarks()) : outcome;
    });
  }
  const tables = await lookAtTables(databases, city.attackers[0]?.scope ?? '');
  return { ...report.ended(), tables };
}

type Outcome = {
  readonly seed: number | string;
  readonly attacker: Attacker;
  readonly request: AttackRequest;
  readonly answer: Answer;
  readonly leaks: readonly Leak[];
};

async function attackOnce(
  city: AttackedCity,
  graph: Graph,
  seed: number,
  marks: Marks,
  words: ReadonlyMap<string, Words>,
  commands: CommandsOfRoles,
): Promise<Outcome> {
  const random = createRandom(seed);
  const { attacker, request } = nextRequest(random, city, graph, words, commands);
  const answer = await send(city.system, attacker, request);
  return { seed, attacker, request, answer, leaks: judge(answer, attacker, request, marks) };
}

/** Judges again by the present rows: the attacker's own county may have entered the value since the last reading. */
function judgeAgain(outcome: Outcome, marks: Marks): Outcome {
  return { ...outcome, leaks: judge(outcome.answer, outcome.attacker, outcome.request, marks) };
}

/** How many requests of a hundred are commands sent by a role that may send them. */
const lawfulCommands = 12;

function nextRequest(
  random: Random,
  city: AttackedCity,
  graph: Graph,
  words: ReadonlyMap<string, Words>,
  commands: CommandsOfRoles,
): { readonly attacker: Attacker; readonly request: AttackRequest } {
  const wordsFor = ({ scope }: Attacker) => words.get(scope) ?? [...words.values()][0] ?? noWords;
  if (random.chance(lawfulCommands)) {
    const { name, roles } = random.oneOf(commands);
    const attacker = random.oneOf(city.attackers.filter(({ role }) => role !== 'PUBLIC' && roles.includes(role)));
    return { attacker, request: command(random, graph, wordsFor(attacker), name) };
  }
  const attacker = random.chance(3) ? nobody : random.oneOf(city.attackers);
  return { attacker, request: randomRequest(random, graph, wordsFor(attacker)) };
}

function judge({ body, kind }: Answer, attacker: Attacker, request: AttackRequest, marks: Marks): readonly Leak[] {
  const { scope, role } = attacker;
  if (role === 'PUBLIC')
    return request.kind === 'FILE' ? fileToNobody(kind, request) : toldToNobody((body as { data?: unknown }).data);
  const mayBeTold = (secret: Secret) => isToldLawfully(secret, attacker, request);
  const strangers = new Set(
    [...request.said].filter((said) => uuid.test(said) && isForeign(said, scope, marks.owners)),
  );
  if (request.kind === 'FILE') {
    if (kind !== 'ANSWERED') return [];
    const [value] = strangers;
    if (value !== undefined) return [{ why: 'FOREIGN', at: request.document, value }];
    return leaksIn(String(body).split(betweenValues), scope, marks, request.said, mayBeTold);
  }
  const data = (body as { data?: unknown }).data;
  const took = request.kind === 'MUTATION' && strangers.size > 0 ? tookIn(data, strangers) : [];
  const written = request.kind === 'MUTATION' ? wrote(data, role, request.document) : [];
  return [...took, ...written, ...toldBeyondRole(data, role), ...leaksIn(body, scope, marks, request.said, mayBeTold)];
}

function fileToNobody(kind: Answer['kind'], { document }: AttackRequest): readonly Leak[] {
  return kind === 'ANSWERED' ? [{ why: 'PUBLIC', at: document, value: 'a file' }] : [];
}

const unmaskings = [
  ['unmaskIdentity(', 'identity.unmask'],
  ['unmaskPhone(', 'phone.unmask'],
  ['unmaskBankAccount(', 'bank-account.unmask'],
] as const;

/**
 * Full numbers may be shown to those who may unmask them and ask for it, content to the only legal officer, names to
 * those who read households; names of another county are found as FOREIGN.
 */
function isToldLawfully(secret: Secret, { scope, role }: Attacker, { document }: AttackRequest): boolean {
  if (role === 'PUBLIC') return false;
  if (secret.kind === 'PERSON') return secret.scope !== scope || permits([role], 'household.read');
  if (secret.scope !== scope) return false;
  if (secret.kind === 'LEGAL_CONTENT') return permits([role], 'legal-case.read-content');
  if (secret.kind === 'WRITTEN') return permits([role], 'health.read');
  if (document.includes('/payment-file.')) return permits([role], 'payment-file.download');
  return unmaskings.some(([field, action]) => document.includes(field) && permits([role], action));
}

/** Sends the first county's queries while the second county has no records. */
async function askBefore(
  city: AttackedCity,
  graph: Graph,
  seeds: readonly number[],
): Promise<ReadonlyMap<number, Answer>> {
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
    : [
        {
          why: 'CHANGED',
          at: 'data',
          value: `${JSON.stringify(dataOf(before))}\n → ${JSON.stringify(dataOf(answer))}`,
        },
      ];
  return { seed, attacker, request, answer, leaks };
}

const dataOf = (answer: Answer | undefined): unknown => (answer?.body as { data?: unknown } | undefined)?.data;

function firstCountyQuery(city: AttackedCity, graph: Graph, seed: number) {
  const random = createRandom(seed);
  const scope = city.attackers[0]?.scope;
  const attacker = random.oneOf(city.attackers.filter((one) => one.scope === scope));
  return {
    attacker,
    request: randomQuery(random, graph, { ...noWords, ids: [crypto.randomUUID()], texts: plainTexts }),
  };
}

function startReport(plan: AttackPlan) {
  const findings: Finding[] = [];
  const broken: { seed: number | string; request: AttackRequest }[] = [];
  const counts = { ANSWERED: 0, REFUSED: 0, BROKEN: 0 };
  let commands = 0;
  const note = ({ seed, attacker, request, answer, leaks }: Outcome): void => {
    counts[answer.kind] += 1;
    if (request.kind === 'MUTATION') commands += carriedOut(dataOf(answer)).length;
    if (answer.kind === 'BROKEN') broken.push({ seed, request });
    if (leaks.length === 0) return;
    const finding = { seed, attacker, request, leaks };
    findings.push(finding);
    plan.onFinding?.(finding);
  };
  const enough = () => findings.length >= mostFindings || (plan.until !== undefined && findings.some(plan.until));
  return {
    note,
    ended: (): Omit<AttackReport, 'tables'> => ({ findings, counts, broken, commands }),
    each: (seeds: readonly number[], one: (seed: number) => Promise<Outcome>) =>
      inParallel(seeds, async (seed) => {
        if (enough()) return;
        note(await one(seed));
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

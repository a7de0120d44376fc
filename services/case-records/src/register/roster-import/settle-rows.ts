import { countyOf, type OrganizationPath } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { loadLineage } from '@nuangong/organizations';
import { localDateAt, problem, type LocalDate, type Problem } from '@nuangong/primitives';
import { askedTooOften, type AskingKind } from '../asking/asking.ts';
import { countAskingsLeft, keepAsking, type Asker } from '../asking/count-askings.ts';
import { dibaoLineInForce } from '../hardship/dibao-line-in-force.ts';
import { fileIsToReopen, filesToReopen, type FileToReopen } from '../registration/file-to-reopen.ts';
import { openHouseholds, type Registrar } from '../registration/open-households.ts';
import { fileNumbers } from '../registration/enter-household-people.ts';
import { decideName } from '../household/known-name.ts';
import { barOf, untouchedSince } from '../household/one-household.ts';
import {
  findPeople,
  identityIndexOf,
  registerPeople,
  type Entering,
  type FoundPerson,
  type RegisteredPerson,
} from '../person/register-people.ts';
import { takeContacts } from '../payee/take-contacts.ts';
import type { RunningParts } from '../../running-parts.ts';
import { loadRegistered } from './registered-values.ts';
import type { RosterField } from './roster-columns.ts';
import { differencesOf } from './roster-differences.ts';
import { readRosterRow, type RosterCell, type RosterReading } from './roster-row.ts';
import type { SheetInHand } from './roster-sheet.ts';

/** A staged row with its cells opened. */
export interface StagedRow {
  readonly id: string;
  readonly sheetNumber: number;
  readonly rowNumber: number;
  readonly cells: readonly RosterCell[];
}

/** The roster that rows belong to: its sheets by number, and the clerk who imports it. */
export interface RosterInHand {
  readonly importId: string;
  readonly fileName: string;
  readonly sheets: ReadonlyMap<number, SheetInHand>;
  readonly householdSize: number | null;
  readonly registrar: Registrar & { readonly scope: OrganizationPath };
}

export type RowOutcome = 'ACCEPTED' | 'REJECTED' | 'ALREADY_PRESENT' | 'DIFFERENT';

/**
 * The outcome shown for a row: WAITING before its turn, then its outcome, or CHANGED once its differences were taken
 * over.
 */
export type RosterRowOutcome = 'WAITING' | RowOutcome | 'CHANGED';

/** The result of settling one row. */
export interface SettledRow {
  readonly id: string;
  readonly outcome: RowOutcome;
  readonly reasons: readonly Problem[];
  readonly householdId: string | null;
  /** The fields in which the row differs from the registered household. */
  readonly differing: readonly RosterField[];
}

type Verdict = Omit<SettledRow, 'id' | 'differing'>;

interface ReadRow {
  readonly row: StagedRow;
  readonly reading: RosterReading;
  readonly index: string | undefined;
}

/**
 * Settles rows of a roster: reads each, refuses doubles within the file and people registered elsewhere, recognises
 * registered households and their differences, and enters the others with a draft case file. The same few set-based
 * statements for one row or a thousand. A row corrected by hand counts as a query by form, and stays as sent if it is
 * still refused.
 */
export async function settleRows(
  run: RunSql,
  parts: RunningParts,
  roster: RosterInHand,
  rows: readonly StagedRow[],
  kind: AskingKind = 'ROSTER',
): Promise<readonly SettledRow[]> {
  const at = parts.clock();
  const asker = { staffId: roster.registrar.staffId, scope: roster.registrar.scope, at };
  const asking = { kind, left: await countAskingsLeft(run, asker, kind), told: 0 };
  const read = rows.map((row) => readOne(parts, roster, row, localDateAt(at)));
  const indexes = [...new Set(read.flatMap(({ index }) => index ?? []))];
  const firsts = await firstRowsOf(run, roster.importId, indexes, read);
  const found = await findPeople(
    run,
    parts,
    await enteringOf(run, roster, at),
    read.flatMap(({ reading: { identity } }) => (identity === undefined ? [] : [{ identity }])),
  );
  const numbers = await fileNumbers(run, found.values());
  const left = await filesToReopen(run, indexes);
  const known = { numbers, left };
  const judged = read.map((each) => ({
    ...each,
    verdict: judge(each, doubleOf(each, firsts, roster), found, known, asking),
  }));
  const registered = await loadRegistered(
    run,
    parts.keyring,
    judged.flatMap(({ verdict }) => verdict.householdId ?? []),
  );
  await keepAskings(run, asker, asking, indexes);
  const fresh = judged.filter(({ verdict }) => verdict.outcome === 'ACCEPTED');
  const households = await enter(run, parts, roster, fresh, found, at);
  const settled = judged.map(({ row, reading, verdict }) => {
    const known = registered.get(verdict.householdId ?? '');
    const differing = known === undefined ? [] : differencesOf(reading, known);
    return {
      id: row.id,
      ...verdict,
      outcome: differing.length > 0 ? ('DIFFERENT' as const) : verdict.outcome,
      householdId: households.get(row.id) ?? verdict.householdId,
      differing,
    };
  });
  await keepOutcomes(run, judged, settled, kind);
  return settled;
}

/** How many people these rows may still report as registered elsewhere, and how many they have. */
interface Asking {
  readonly kind: AskingKind;
  readonly left: number;
  told: number;
}

async function keepAskings(run: RunSql, asker: Asker, asking: Asking, indexes: readonly string[]): Promise<void> {
  const [index] = indexes;
  if (index === undefined || (asking.kind === 'FORM' && asking.left === 0)) return;
  await keepAsking(run, asker, {
    kind: asking.kind,
    index: asking.kind === 'FORM' ? index : null,
    asked: indexes.length,
    told: asking.told,
  });
}

function readOne(parts: RunningParts, roster: RosterInHand, row: StagedRow, today: LocalDate): ReadRow {
  const sheet = roster.sheets.get(row.sheetNumber);
  if (sheet === undefined) throw new Error(`sheet ${row.sheetNumber} of the roster is not read`);
  const place = { row: row.rowNumber, width: sheet.width, householdSize: roster.householdSize };
  const reading = readRosterRow(row.cells, sheet.mapping, today, place);
  const index = reading.identity === undefined ? undefined : identityIndexOf(parts, reading.identity.number);
  return { row, reading, index };
}

/** The place of a row in the workbook. */
type RowPlace = Pick<StagedRow, 'sheetNumber' | 'rowNumber'>;

const isBefore = (one: RowPlace, other: RowPlace): boolean =>
  one.sheetNumber < other.sheetNumber || (one.sheetNumber === other.sheetNumber && one.rowNumber < other.rowNumber);

/** The first row of the file with each number, among earlier rows and these. */
async function firstRowsOf(
  run: RunSql,
  importId: string,
  indexes: readonly string[],
  read: readonly ReadRow[],
): Promise<ReadonlyMap<string, RowPlace>> {
  const before = await run<RowPlace & { readonly index: string }>(
    `select distinct on (identity_index) encode(identity_index, 'hex') as index, sheet_number as "sheetNumber",
       row_number as "rowNumber"
     from roster_row
     where import_id = $1::uuid and identity_index = any(array(select decode(i, 'hex') from unnest($2::text[]) as i))
     order by identity_index, sheet_number, row_number`,
    importId,
    indexes,
  );
  const firsts = new Map<string, RowPlace>(before.map(({ index, ...place }) => [index, place]));
  for (const { index, row } of read) {
    const first = index === undefined ? undefined : firsts.get(index);
    if (index !== undefined && (first === undefined || isBefore(row, first))) firsts.set(index, row);
  }
  return firsts;
}

async function enteringOf(run: RunSql, { registrar }: RosterInHand, at: Date): Promise<Entering> {
  const { path } = countyOf(await loadLineage(run, registrar.scope));
  return { county: path, untouchedSince: untouchedSince(at) };
}

/** Visible files: the numbers of living households, and the ended files of heads who are registered again. */
interface KnownFiles {
  readonly numbers: ReadonlyMap<string, string>;
  readonly left: ReadonlyMap<string, FileToReopen>;
}

function judge(
  { reading, index }: ReadRow,
  double: Problem | undefined,
  found: ReadonlyMap<string, FoundPerson>,
  { numbers, left }: KnownFiles,
  asking: Asking,
): Verdict {
  const reasons = double === undefined ? reading.reasons : [...reading.reasons, double];
  if (reasons.length > 0 || index === undefined) return { outcome: 'REJECTED', reasons, householdId: null };
  const tooOften = {
    outcome: 'REJECTED',
    reasons: [askedTooOften(asking.kind, 'IDENTITY')],
    householdId: null,
  } as const;
  if (asking.kind === 'FORM' && asking.left === 0) return tooOften;
  const person = found.get(index);
  const bar = barOf(person, { asHead: true, field: 'IDENTITY' }, numbers);
  if (person?.elsewhere === true && bar !== undefined) {
    if (asking.told >= asking.left) return tooOften;
    asking.told += 1;
    return { outcome: 'REJECTED', reasons: [bar], householdId: null };
  }
  const name = decideName(person?.knownName ?? null, reading.name, undefined, 'NAME');
  const misnamed = name.ok ? [] : name.problems;
  if (bar?.code === 'ALREADY_REGISTERED' && misnamed.length === 0) {
    return { outcome: 'ALREADY_PRESENT', reasons: [], householdId: person?.householdId ?? null };
  }
  const ended = bar === undefined ? left.get(index) : undefined;
  if (ended !== undefined)
    return { outcome: 'REJECTED', reasons: [fileIsToReopen(ended, 'IDENTITY')], householdId: null };
  const against = [...(bar === undefined || bar.code === 'ALREADY_REGISTERED' ? [] : [bar]), ...misnamed];
  if (against.length > 0) return { outcome: 'REJECTED', reasons: against, householdId: null };
  return { outcome: 'ACCEPTED', reasons: [], householdId: null };
}

async function enter(
  run: RunSql,
  parts: RunningParts,
  roster: RosterInHand,
  fresh: readonly ReadRow[],
  found: ReadonlyMap<string, FoundPerson>,
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  if (fresh.length === 0) return new Map();
  const whole = fresh.flatMap(({ row, reading, index }) =>
    reading.identity === undefined || reading.facts === undefined || index === undefined
      ? []
      : [{ row, index, facts: reading.facts, person: { ...reading, identity: reading.identity } }],
  );
  const registered = await registerPeople(
    run,
    parts,
    await enteringOf(run, roster, at),
    whole.map(({ person }) => person),
    found,
  );
  const people = whole.map((each) => ({ ...each, head: headOf(registered, each.index) }));
  const line = await dibaoLineInForce(run, roster.registrar.scope, localDateAt(at));
  const opening = { actor: roster.registrar, at, why: `导入花名册：${roster.fileName}`, line, keyring: parts.keyring };
  const households = await openHouseholds(
    run,
    opening,
    people.map(({ row, index, facts, person, head }) => ({
      facts,
      head: { ...head, name: found.get(index)?.knownName ?? person.name, birthDate: person.identity.birthDate },
      members: [],
      rosterRowId: row.id,
    })),
  );
  await takeContacts(
    run,
    parts,
    { ...roster.registrar, at },
    people.flatMap(({ index, head, person }, place) =>
      (found.get(index)?.personId ?? null) === null
        ? []
        : [
            {
              person: head,
              householdId: households[place] ?? '',
              organizationPath: roster.registrar.scope,
              draft: person,
            },
          ],
    ),
  );
  return new Map(people.map(({ row }, place) => [row.id, households[place] ?? '']));
}

function headOf(registered: ReadonlyMap<string, RegisteredPerson>, index: string): RegisteredPerson {
  const head = registered.get(index);
  if (head === undefined) throw new Error('a person of the roster was not registered');
  return head;
}

async function keepOutcomes(
  run: RunSql,
  read: readonly ReadRow[],
  settled: readonly SettledRow[],
  kind: AskingKind,
): Promise<void> {
  const outcomes = read.map(({ reading, index }, place) => ({
    ...settled[place],
    identityIndex: index ?? null,
    name: reading.name,
    readings: reading.readings,
  }));
  await run(
    `update roster_row r set outcome = o.outcome, name = o.name, identity_index = decode(o."identityIndex", 'hex'),
       reasons = o.reasons, readings = o.readings, household_id = o."householdId", differing = o.differing
     from jsonb_to_recordset($1::jsonb) as o(id uuid, outcome text, name text, "identityIndex" text, reasons jsonb,
       readings text[], "householdId" uuid, differing text[])
     where r.id = o.id`,
    JSON.stringify(outcomes.filter(({ outcome }) => kind === 'ROSTER' || outcome !== 'REJECTED')),
  );
}

/** Why a row is a double: an earlier row of the file has the same number. */
function doubleOf(
  { row, index }: ReadRow,
  firsts: ReadonlyMap<string, RowPlace>,
  roster: RosterInHand,
): Problem | undefined {
  const first = index === undefined ? undefined : firsts.get(index);
  if (first === undefined || !isBefore(first, row)) return undefined;
  const sheet = first.sheetNumber === row.sheetNumber ? undefined : roster.sheets.get(first.sheetNumber)?.name;
  return problem(
    'DUPLICATE_IN_FILE',
    {
      zh: `身份证号与${sheet === undefined ? '' : `工作表“${sheet}”`}第 ${first.rowNumber} 行相同；核对两行，删去重复的一行或改正号码`,
      en: `The identity number is the same as in row ${first.rowNumber}${sheet === undefined ? '' : ` of sheet “${sheet}”`}. Compare the two rows; remove one or correct its number.`,
    },
    'IDENTITY',
  );
}

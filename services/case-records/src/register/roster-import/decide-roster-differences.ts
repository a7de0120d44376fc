import { prismaSql, recordAudit } from '@nuangong/database';
import {
  cutText,
  formatYuan,
  fen,
  localDateAt,
  ok,
  problem,
  readRequiredText,
  refuse,
  type Result,
} from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RowResult } from '../case-file/row-results.ts';
import type { RosterImport, RosterRow } from '../../generated/prisma/client.ts';
import { changeHousehold, type ChangeHouseholdInput } from '../registration/change-household.ts';
import type { PersonStanding } from '../household/household.ts';
import { healthPlace } from '../written-words/written-of-people.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';
import { correctPayee } from '../payee/correct-payee.ts';
import { findOwnImport, importNotFound } from './own-import.ts';
import { loadRegistered, type RegisteredValues } from './registered-values.ts';
import { differencesOf, saidIn, type SaidValues } from './roster-differences.ts';
import { readRosterRow, type RosterReading } from './roster-row.ts';
import { sheetInHand } from './roster-sheet.ts';
import { openCells, openCorrection } from './staged-cells.ts';

export interface DecideRosterDifferencesInput {
  readonly importId: string;
  readonly rows: readonly string[];
  /** True takes over what the roster says, false keeps what is registered. */
  readonly take: boolean;
  readonly why: string;
}

/** The most rows in one command; each is a full change of its household. */
const mostRows = 100;

/**
 * Decides rows of a roster that differ from the register: their values are taken over, by a change of the household and
 * a correction of its payee, or the registered ones are kept. Each row has a reason and its own result.
 */
export async function decideRosterDifferences(
  context: CaseRecordsContext,
  input: DecideRosterDifferencesInput,
): Promise<Result<readonly RowResult[]>> {
  const found = await runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const why = readRequiredText(input.why, 'why', 500);
    if (!why.ok) return why;
    if (input.rows.length > mostRows) return refuse(tooManyRows());
    const roster = await findOwnImport(context, tx, input.importId);
    return roster === null ? refuse(importNotFound()) : ok({ roster, why: why.value });
  });
  if (!found.ok) return found;
  const decided: RowResult[] = [];
  for (const id of new Set(input.rows)) {
    const result = await decideRow(context, { ...found.value, id, take: input.take });
    decided.push({ id, ok: result.ok, problems: result.ok ? [] : result.problems });
  }
  return ok(decided);
}

interface Deciding {
  readonly roster: RosterImport;
  readonly id: string;
  readonly take: boolean;
  readonly why: string;
}

async function decideRow(context: CaseRecordsContext, deciding: Deciding): Promise<Result<true>> {
  if (!deciding.take)
    return keepDecision(context, deciding, { outcome: 'ALREADY_PRESENT', differing: [], waits: false });
  const pending = await findPending(context, deciding);
  if (!pending.ok) return pending;
  const { householdId, said, registered, differing, form } = pending.value;
  const why = cutText(`${deciding.why}（花名册 ${deciding.roster.fileName}）`, 500);
  const factsDiffer = differing.some((field) => field !== 'PHONE' && field !== 'BANK_ACCOUNT');
  let waits = false;
  if (factsDiffer) {
    const changed = await changeHousehold(context, { ...form, why });
    if (!changed.ok) return changed;
    ({ waits } = changed.value);
  }
  const contacts = differing.filter((field) => field === 'PHONE' || field === 'BANK_ACCOUNT');
  if (contacts.length > 0) {
    const phone = said.phone === registered.phone ? null : said.phone;
    const bankAccount = said.bankAccount === registered.bankAccount ? null : said.bankAccount;
    const corrected = await correctPayee(context, { householdId, phone, bankAccount, why });
    if (!corrected.ok) {
      if (factsDiffer) await keepDecision(context, deciding, { outcome: 'DIFFERENT', differing: contacts, waits });
      return corrected;
    }
    waits ||= corrected.value.state === 'WAITING';
  }
  return keepDecision(context, deciding, { outcome: 'CHANGED', differing, waits });
}

interface Pending {
  readonly householdId: string;
  readonly said: SaidValues;
  readonly registered: RegisteredValues;
  readonly differing: readonly string[];
  readonly form: Omit<ChangeHouseholdInput, 'why'>;
}

/** A row that waits for a decision, read again together with its household's current state. */
function findPending(context: CaseRecordsContext, { roster, id }: Deciding): Promise<Result<Pending>> {
  const { parts } = context;
  return runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const row = await tx.rosterRow.findFirst({ where: { id, importId: roster.id } });
    if (row === null) return refuse(notFound({ zh: '行', en: 'row' }, 'rows'));
    const { householdId } = row;
    if (row.outcome !== 'DIFFERENT' || householdId === null) return refuse(changedMeanwhile());
    const household = await tx.household.findUnique({
      where: { id: householdId },
      include: {
        caseFile: { select: { version: true } },
        members: { where: { position: { gt: 0 } }, orderBy: { position: 'asc' } },
      },
    });
    const registered = (await loadRegistered(prismaSql(tx), parts.keyring, [householdId])).get(householdId);
    const reading = await readAgain(context, tx, roster, row);
    if (household === null || registered === undefined)
      return refuse(notFound({ zh: '家庭', en: 'household' }, 'rows'));
    const said = saidIn(reading);
    const { phone: _phone, bankAccount: _account, perCapitaIncome, causes, ...facts } = { ...registered, ...said };
    const members = household.members.map(async (member) => ({
      name: member.name,
      relation: member.relation,
      standing: member.standing as PersonStanding | null,
      ruralRegistration: member.ruralRegistration,
      monthlyIncome: member.monthlyIncomeFen === null ? null : formatYuan(fen(member.monthlyIncomeFen)),
      health:
        member.sealedHealth === null
          ? null
          : await parts.keyring.open(member.sealedHealth, healthPlace(member.id, household.organizationPath)),
      schooling: member.schooling,
    }));
    const form = {
      ...facts,
      causes: [...causes],
      monthlyIncomePerCapita: formatYuan(fen(perCapitaIncome)),
      householdId,
      version: household.caseFile?.version ?? 0,
      members: await Promise.all(members),
    };
    return ok({ householdId, said, registered, differing: differencesOf(reading, registered), form });
  });
}

async function readAgain(
  { parts }: CaseRecordsContext,
  tx: Transaction,
  roster: RosterImport,
  row: RosterRow,
): Promise<RosterReading> {
  const sheet = await tx.rosterSheet.findFirstOrThrow({ where: { importId: roster.id, number: row.sheetNumber } });
  const cells = await (row.sealedCorrection === null
    ? openCells(parts.keyring, row, row.sealedCells)
    : openCorrection(parts.keyring, row, row.sealedCorrection));
  const { mapping, width } = sheetInHand(sheet);
  return readRosterRow(cells, mapping, localDateAt(parts.clock()), {
    row: row.rowNumber,
    width,
    householdSize: roster.householdSize,
  });
}

interface Decision {
  readonly outcome: 'CHANGED' | 'ALREADY_PRESENT' | 'DIFFERENT';
  readonly differing: readonly string[];
  readonly waits: boolean;
}

/** Stores the decision on a row, with who and why. */
function keepDecision(
  context: CaseRecordsContext,
  { roster, id, why }: Deciding,
  { outcome, differing, waits }: Decision,
): Promise<Result<true>> {
  const { actor, parts, requestId } = context;
  return runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const said = waits ? { readings: { push: '更改等第二人确认后生效' } } : {};
    const decidedWhy = parts.keyring.seal(
      why,
      wordsPlace('roster_row', 'decided_why', { id, organizationPath: roster.organizationPath }),
    );
    const decided = { decidedWhy, decidedBy: actor.staffId, decidedByName: actor.name, decidedAt: parts.clock() };
    const kept = await tx.rosterRow.updateMany({
      where: { id, importId: roster.id, outcome: 'DIFFERENT' },
      data: { outcome, differing: [...differing], ...said, ...(outcome !== 'DIFFERENT' && decided) },
    });
    if (kept.count === 0) return refuse(changedMeanwhile());
    if (outcome !== 'DIFFERENT') {
      await tx.rosterImport.update({
        where: { id: roster.id },
        data: {
          differing: { decrement: 1 },
          ...(outcome === 'CHANGED' ? { changed: { increment: 1 } } : { alreadyPresent: { increment: 1 } }),
        },
      });
    }
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'roster.decide-differences',
        recordType: 'RosterRow',
        recordId: id,
        after: { outcome, fields: [...differing] },
      },
    ]);
    return ok(true as const);
  });
}

const tooManyRows = () =>
  problem(
    'TOO_MANY_ROWS',
    { zh: `一次最多办理 ${mostRows} 行，分几次办理`, en: `Decide at most ${mostRows} rows at a time.` },
    'rows',
  );

import { permits, type Actor } from '@nuangong/access';
import { readStoredDate, recordAudit, type RunSql } from '@nuangong/database';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { fen, formatLocalDateChinese, formatYuanGrouped, localDateAt, type LocalDate } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { caseFileStatusNames, type CaseFileStatus } from '../../register/case-file/case-file.ts';
import {
  evidenceKindNames,
  evidenceWanted,
  tellsOfHealth,
  type EvidenceKind,
} from '../../register/evidence/evidence.ts';
import type { DibaoStatus, ModelWorkerHonour, PersonStanding } from '../../register/household/household.ts';
import {
  causesInWords,
  dibaoStatusNames,
  hardshipClassInWords,
  modelWorkerHonourNames,
  personStandingNames,
} from '../../register/household/words-of-facts.ts';
import { causesShown } from '../../register/written-words/read-written.ts';
import { openWords, wordsPlace } from '../../register/written-words/sealed-words.ts';
import { healthPlace, remarkPlace } from '../../register/written-words/written-of-people.ts';
import { decidingUnion } from '../../policy/decision/decision-sheet-paper.ts';
import type { HouseholdPaper, PaperEvent, PaperPerson } from './household-paper.ts';

interface Asked {
  readonly actor: Actor;
  readonly requestId: string;
  readonly keyring: Keyring;
  readonly run: RunSql;
  readonly now: Date;
}

const sexNames: Readonly<Record<string, string>> = { MALE: '男', FEMALE: '女' };
const dayOf = (stored: Date | null): string => (stored === null ? '' : formatLocalDateChinese(readStoredDate(stored)));
const momentDay = (at: Date): string => formatLocalDateChinese(localDateAt(at));
const yuan = (amount: bigint | null): string => (amount === null ? '' : formatYuanGrouped(fen(amount)));

/**
 * Reads a household for its papers, and records that they were printed; undefined if the actor may not see it. What
 * tells of health, and the words of the casework, are for those who do it.
 */
export async function gatherHouseholdPaper(
  tx: Transaction,
  asked: Asked,
  id: string,
): Promise<HouseholdPaper | undefined> {
  const { actor, requestId, now } = asked;
  const household = await tx.household.findUnique({
    where: { id },
    include: {
      head: true,
      members: { where: { position: { gt: 0 } }, orderBy: { position: 'asc' }, include: { person: true } },
      visits: { orderBy: { visitedOn: 'asc' } },
      caseFile: { include: { steps: { orderBy: { at: 'asc' } }, evidence: { select: { kind: true } } } },
    },
  });
  if (household?.caseFile === null || household === null) return undefined;
  const { caseFile, head } = household;
  const readsHealth = permits(actor.roles, 'health.read');
  await recordAudit(tx, { actor, requestId }, [
    { action: 'household.print', recordType: 'Household', recordId: id, after: {} },
    ...(readsHealth ? [{ action: 'health.read' as const, recordType: 'Household', recordId: id, after: {} }] : []),
  ]);
  const open = openerFor(asked, readsHealth);
  const causes = household.causes as HardshipCause[];
  return {
    union: await decidingUnion(asked.run, household.organizationPath),
    fileNumber: caseFile.number,
    status: caseFileStatusNames[caseFile.status as CaseFileStatus].zh,
    registeredOn: momentDay(household.registeredAt),
    activatedOn: dayOf(caseFile.activatedOn),
    printedOn: momentDay(now),
    unit: household.unitName,
    phone: head.maskedPhone ?? '',
    bankAccount: head.maskedBankAccount ?? '',
    size: String(Math.max(household.declaredSize, household.members.length + 1)),
    perCapitaIncome: yuan(household.perCapitaIncomeFen),
    dibao: dibaoStatusNames[household.dibaoStatus as DibaoStatus].zh,
    hardshipClass: hardshipClassInWords(household.hardshipClass as HardshipClass | null).zh,
    causes: causesInWords(causesShown(actor, causes)),
    honour: modelWorkerHonourNames[household.modelWorkerHonour as ModelWorkerHonour].zh,
    migrantWorker: household.migrantWorker ? '是' : '否',
    remark: await open(household.sealedRemark, remarkPlace(id, household.organizationPath)),
    people: [
      personOf(
        head,
        { relation: '户主', standing: household.headStanding, monthlyIncomeFen: null, schooling: null },
        '',
      ),
      ...(await Promise.all(
        household.members.map(async (member) =>
          personOf(
            member.person ?? { name: member.name },
            member,
            await open(member.sealedHealth, healthPlace(member.id, member.organizationPath)),
          ),
        ),
      )),
    ],
    evidence: evidenceWanted({ causes, dibaoStatus: household.dibaoStatus as DibaoStatus })
      .filter((kind) => readsHealth || !tellsOfHealth(kind))
      .map((kind: EvidenceKind) => ({
        name: evidenceKindNames[kind].zh,
        present: caseFile.evidence.some((each) => each.kind === kind) ? '已有' : '还缺',
      })),
    steps: await Promise.all(
      caseFile.steps.map(async (step) => ({
        on: momentDay(step.at),
        what: caseFileStatusNames[step.toStatus as CaseFileStatus].zh,
        by: step.staffName,
        words: await open(step.opinion, wordsPlace('case_file_step', 'opinion', step)),
      })),
    ),
    aid: await aidOf(tx, caseFile.id),
    visits: await Promise.all(
      household.visits.map(async (visit) => ({
        on: dayOf(visit.visitedOn),
        what: visit.leaderLed ? '领导带队走访' : '走访',
        by: visit.visitors,
        words: await open(visit.brought, wordsPlace('visit', 'brought', visit)),
      })),
    ),
  };
}

type Opener = (sealed: string | null, place: Parameters<typeof openWords>[2]) => Promise<string>;

/** Opens texts for those who do the casework; for everybody else they stay empty. */
function openerFor({ keyring }: Asked, readsHealth: boolean): Opener {
  return async (sealed, place) => (sealed === null || !readsHealth ? '' : openWords(keyring, sealed, place));
}

function personOf(
  person: { readonly name: string; readonly sex?: string; readonly birthDate?: Date; readonly maskedIdentity?: string },
  of: {
    readonly relation: string;
    readonly standing: string | null;
    readonly monthlyIncomeFen: bigint | null;
    readonly schooling: string | null;
  },
  health: string,
): PaperPerson {
  const born: LocalDate | undefined = person.birthDate && readStoredDate(person.birthDate);
  return {
    name: person.name,
    relation: of.relation,
    sex: sexNames[person.sex ?? ''] ?? '',
    born: born === undefined ? '' : `${born.slice(0, 4)}.${born.slice(5, 7)}`,
    identityNumber: person.maskedIdentity ?? '',
    standing: of.standing === null ? '' : personStandingNames[of.standing as PersonStanding].zh,
    monthlyIncome: yuan(of.monthlyIncomeFen),
    health,
    schooling: of.schooling ?? '',
  };
}

/** The aid that was paid to the household, by day. */
async function aidOf(tx: Transaction, caseFileId: string): Promise<readonly PaperEvent[]> {
  const paid = await tx.aidApplication.findMany({
    where: { caseFileId, paidOn: { not: null } },
    orderBy: { paidOn: 'asc' },
    include: { campaign: { select: { name: true } } },
  });
  return paid.map(({ number, amountFen, paidOn, campaign, approvedName }) => ({
    on: dayOf(paidOn),
    what: campaign?.name ?? '救助',
    by: approvedName ?? '',
    words: `${yuan(amountFen)} 元，申请 ${number}`,
  }));
}

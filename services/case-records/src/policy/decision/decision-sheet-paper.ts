import { countyOf, permits, type Actor } from '@nuangong/access';
import { prismaSql, readStoredDate, recordAudit, type RunSql } from '@nuangong/database';
import { loadLineage } from '@nuangong/organizations';
import { citeClause, fen, formatLocalDateChinese, formatYuanGrouped, localDateAt } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { evidenceKindNames, tellsOfHealth, type EvidenceKind } from '../../register/evidence/evidence.ts';
import { frequencyInWords, frequencyShape } from '../frequency/frequency.ts';
import type { Outcome } from '../policy/policy.ts';
import { withoutHealth, wordsOf, type DecisionLine, type Speaks } from './eligibility-decision.ts';

/** One criterion as printed. A type, so that templates may take it. */
export type PaperLine = {
  readonly criterion: string;
  readonly household: string;
  readonly threshold: string;
  readonly evidence: string;
  readonly clause: string;
  readonly conclusion: string;
};

/** A decision sheet as given to the family: every text in Chinese, the identity number masked. */
export interface DecisionSheetPaper {
  readonly head: string;
  readonly identityNumber: string;
  readonly unit: string;
  readonly caseFile: string;
  readonly policy: string;
  readonly verdict: string;
  readonly amount: string;
  readonly frequency: string;
  readonly decidedOn: string;
  /** The union that decides, whose seal the sheet bears. */
  readonly union: string;
  readonly lines: readonly PaperLine[];
  /** 无 if none is missing. */
  readonly missing: string;
  /** What a household that is not eligible may do; empty for others. */
  readonly next: string;
}

const outcomeNames: Readonly<Record<Outcome, string>> = {
  ELIGIBLE: '符合条件',
  NOT_ELIGIBLE: '不符合条件',
  COORDINATE_FIRST: '先行协调',
  DISCRETIONARY: '酌情办理',
};
const speaksNames: Readonly<Record<Speaks, string>> = { FOR: '支持', AGAINST: '不支持', NEUTRAL: '不影响' };
const notEligibleNext = '不符合条件不是差错：可按所列条款补充情况后重新申请，或转其他帮扶。';

/**
 * Reads a decision sheet to print it, and records that it was printed; undefined if the actor may not see it. Lines and
 * evidence of health are for those who do the casework.
 */
export async function gatherDecisionSheet(
  tx: Transaction,
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
  id: string,
): Promise<DecisionSheetPaper | undefined> {
  const sheet = await tx.eligibilityDecision.findUnique({
    where: { id },
    include: { policyVersion: { include: { policy: true } } },
  });
  if (sheet === null) return undefined;
  const household = await tx.household.findUniqueOrThrow({
    where: { id: sheet.householdId },
    select: { headName: true, unitName: true, head: { select: { maskedIdentity: true } } },
  });
  const file = await tx.caseFile.findUniqueOrThrow({ where: { id: sheet.caseFileId }, select: { number: true } });
  await recordAudit(tx, { actor, requestId }, [
    { action: 'decision-sheet.print', recordType: 'EligibilityDecision', recordId: id, after: {} },
  ]);
  const readsHealth = permits(actor.roles, 'health.read');
  const { inForceFrom, policy, frequency, aidType, mark } = sheet.policyVersion;
  const lines = sheet.lines as unknown as readonly DecisionLine[];
  const missing = sheet.evidenceMissing.filter((kind) => readsHealth || !tellsOfHealth(kind));
  return {
    head: household.headName,
    identityNumber: household.head.maskedIdentity,
    unit: household.unitName,
    caseFile: file.number,
    policy: `${policy.name}（${formatLocalDateChinese(readStoredDate(inForceFrom))}起施行）`,
    verdict: outcomeNames[sheet.outcome as Outcome],
    amount: `${formatYuanGrouped(fen(sheet.amountFen))} 元`,
    frequency: frequencyInWords({ frequency: frequencyShape.parse(frequency), aidType, mark }).zh,
    decidedOn: formatLocalDateChinese(localDateAt(sheet.decidedAt)),
    union: await decidingUnion(prismaSql(tx), sheet.organizationPath),
    lines: lines.flatMap((line) => (readsHealth ? line : withoutHealth(line))).map(toPaperLine),
    missing: namesOf(missing) || '无',
    next: sheet.outcome === 'NOT_ELIGIBLE' ? notEligibleNext : '',
  };
}

/** The name of the union that decides for an organisation's households: that of its county. */
export async function decidingUnion(run: RunSql, organizationPath: string): Promise<string> {
  return countyOf(await loadLineage(run, organizationPath)).name;
}

function toPaperLine(line: DecisionLine): PaperLine {
  const { text, note } = wordsOf(line);
  return {
    criterion: line.criterion,
    household: line.householdValue,
    threshold: [line.threshold, inForce(line)].filter((part) => part !== '').join('\n'),
    evidence: namesOf(line.evidence) || '—',
    clause: [
      text === null ? '此办法发布时未录原文' : `“${text}”`,
      citeClause({ title: line.clauseTitle, source: line.source }),
      ...(note === null ? [] : [`说明：${note.zh}`]),
    ].join('\n'),
    conclusion: `${line.met ? '符合' : '不符合'}\n${speaksNames[line.speaks]}`,
  };
}

function inForce({ inForceFrom, inForceTo }: DecisionLine): string {
  if (inForceFrom === null) return '';
  const from = formatLocalDateChinese(inForceFrom);
  return inForceTo === null ? `${from}起有效` : `${from}至${formatLocalDateChinese(inForceTo)}有效`;
}

function namesOf(kinds: readonly string[]): string {
  return kinds.map((kind) => evidenceKindNames[kind as EvidenceKind]?.zh ?? kind).join('、');
}

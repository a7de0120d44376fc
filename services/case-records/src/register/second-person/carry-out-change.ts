import { prismaSql } from '@nuangong/database';
import { contracts, type HardshipClass } from '@nuangong/events';
import { localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { changedMeanwhile } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { announceCaseFileChanged } from '../case-file/announce-case-file-changed.ts';
import { stepAfterChange } from '../case-file/case-file.ts';
import { moveCaseFiles } from '../case-file/move-case-files.ts';
import { rowResults } from '../case-file/row-results.ts';
import { subjectOf } from '../case-file/step-case-file.ts';
import type { FileProposal } from '../../generated/prisma/client.ts';
import { applyHouseholdChange, readChange } from '../registration/apply-household-change.ts';
import type { ProposedChange } from '../registration/change-household.ts';
import { compareWithStanding } from '../registration/compare-with-standing.ts';
import { wordFactChange, type FactChange } from '../household/fact-changes.ts';
import { lockFileToChange, raiseVersion, type FileToChange } from '../registration/raise-version.ts';
import { proposalPlace } from '../case-file/file-proposal.ts';

/**
 * Writes a confirmed change in its author's name, announces it, and takes the step that a changed class requires.
 * Refuses with CHANGED_MEANWHILE if the household was changed since the proposal.
 */
export async function carryOutChange(
  tx: Transaction,
  context: CaseRecordsContext,
  proposal: FileProposal,
): Promise<Result<true>> {
  const { parts } = context;
  const run = prismaSql(tx);
  const at = parts.clock();
  const place = proposalPlace(proposal.id, proposal.organizationPath);
  const { input } = JSON.parse(await parts.keyring.open(proposal.sealedContent, place)) as ProposedChange;
  const change = readChange(input, localDateAt(at));
  if (!change.ok) return change;
  const { householdId } = await tx.caseFile.findUniqueOrThrow({ where: { id: proposal.caseFileId } });
  const file = await lockFileToChange(run, householdId, null);
  if (!file.ok) return file;
  const household = await tx.household.findUniqueOrThrow({ where: { id: householdId }, include: { head: true } });
  const latest = await tx.householdVersion.aggregate({ where: { householdId }, _max: { version: true } });
  if ((latest._max.version ?? 1) !== proposal.householdVersion) return refuse(changedMeanwhile());
  const changes = await compareWithStanding(tx, context, household, change.value);
  const raised = await raiseVersion(run, householdId, file.value.version, at);
  if (!raised.ok) return raised;
  const changer = { id: proposal.proposedBy, name: proposal.proposedByName };
  const applied = await applyHouseholdChange(tx, context, household, {
    ...change.value,
    version: raised.value.version,
    changer,
  });
  if (!applied.ok) return applied;
  const before = household.hardshipClass as HardshipClass | null;
  const after = changes.find(({ fact }) => fact === 'HARDSHIP_CLASS');
  const moved = await moveOn(tx, context, file.value, { before, after: after === undefined ? before : after.after });
  if (!moved.ok) return moved;
  const { actor, requestId } = context;
  const changers = { changedBy: changer, confirmedBy: { id: actor.staffId, name: actor.name } };
  await announceCaseFileChanged(tx, { actor, requestId, at }, changers, new Map([[file.value.id, told(changes)]]));
  return ok(true);
}

const reasons = {
  REVIEW_ANEW: '家庭情况变更后困难类别变化，重新公示',
  SUSPEND: '家庭情况变更后不属于困难职工家庭',
} as const;

/** Takes the file back to the county's review, or suspends it, if its class has changed. */
async function moveOn(
  tx: Transaction,
  context: CaseRecordsContext,
  { id, status }: FileToChange,
  change: { readonly before: string | null; readonly after: string | null },
): Promise<Result<true>> {
  const command = stepAfterChange(status, change);
  if (command === undefined) return ok(true);
  const { actor, requestId, parts } = context;
  const at = parts.clock();
  const choice = { kind: 'THESE', ids: [id] } as const;
  const opinion = reasons[command];
  const moved = await moveCaseFiles(prismaSql(tx), parts.keyring, { command, choice, actor, at, note: opinion });
  const [result] = rowResults(command, choice, moved);
  const [file] = moved;
  if (result === undefined || file === undefined || !result.ok) return refuse(...(result?.problems ?? []));
  if (command === 'SUSPEND') {
    await announce(tx, { actor, requestId, at }, contracts['case-file-suspended.v1'], [
      {
        organizationPath: file.organizationPath,
        data: { ...subjectOf(file), reason: opinion, suspendedOn: localDateAt(at) },
      },
    ]);
  }
  return ok(true);
}

function told(changes: readonly FactChange[]) {
  return changes.map(wordFactChange).map(({ fact, before, after }) => ({
    fact: fact.zh,
    before: before?.zh ?? null,
    after: after?.zh ?? null,
  }));
}

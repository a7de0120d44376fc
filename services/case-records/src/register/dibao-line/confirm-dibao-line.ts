import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { DibaoLine } from '../../generated/prisma/client.ts';
import { beginDibaoLines } from './begin-dibao-lines.ts';
import { findWaitingLine } from './find-waiting-line.ts';

/**
 * Confirms a dibao line that someone else set. It is in force from its first day, and the files under it are reassessed
 * in the background, immediately if that day has come.
 */
export async function confirmDibaoLine(
  context: CaseRecordsContext,
  input: { readonly dibaoLineId: string },
): Promise<Result<DibaoLine>> {
  const { actor, requestId, parts } = context;
  const constraints = { dibao_line_needs_two: ownLine };
  const confirmed = await runCommand(context, { action: 'case-file.confirm', constraints }, async (tx: Transaction) => {
    const line = await findWaitingLine(tx, actor, input.dibaoLineId);
    if (!line.ok) return line;
    if (line.value.setBy === actor.staffId) return refuse(ownLine());
    const word = {
      awaitsConfirmation: false,
      confirmedBy: actor.staffId,
      confirmedByName: actor.name,
      confirmedAt: parts.clock(),
    };
    const { id } = line.value;
    const changed = await tx.dibaoLine.updateMany({ where: { id, awaitsConfirmation: true }, data: word });
    if (changed.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx, { actor, requestId }, [
      { action: 'dibao-line.confirm', recordType: 'DibaoLine', recordId: id },
    ]);
    return ok({ ...line.value, ...word });
  });
  if (confirmed.ok) parts.background.run('dibao lines', (stopping) => beginDibaoLines(parts, stopping));
  return confirmed;
}

const ownLine = (): Problem =>
  problem('OWN_LINE', {
    zh: '由本人录入，由另一位审核员或审批人确认',
    en: 'You entered this. Ask another reviewer or approver to confirm it.',
  });

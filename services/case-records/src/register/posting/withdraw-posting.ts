import { prismaSql, recordAudit } from '@nuangong/database';
import { isUuid, ok, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { PublicPosting } from '../../generated/prisma/client.ts';
import { caseFileConstraints } from '../case-file/decide-case-files.ts';
import { moveCaseFiles } from '../case-file/move-case-files.ts';
import { rowResults } from '../case-file/row-results.ts';
import { postingOpened, alreadyWithdrawn, upheldFirst } from './posting.ts';

export interface WithdrawPostingInput {
  readonly postingId: string;
  readonly reason: string;
}

/**
 * Withdraws a posting whose place, days or list were wrong, with the reason; posting again with the right ones begins a
 * new period. Its files go back to those that passed review, all of them or none. Refuses with POSTING_OPENED once one
 * of its files is active, with OBJECTION_UPHELD while one has an upheld objection; not allowed for a maker of a household on the list.
 */
export async function withdrawPosting(
  context: CaseRecordsContext,
  input: WithdrawPostingInput,
): Promise<Result<PublicPosting>> {
  const { actor, requestId, parts } = context;
  const at = parts.clock();
  const constraints = { ...caseFileConstraints, public_posting_opened_stays: postingOpened };
  return runCommand(context, { action: 'posting.publish', constraints }, async (tx: Transaction) => {
    const reason = readRequiredText(input.reason, 'reason', 500);
    if (!reason.ok) return reason;
    const posting = isUuid(input.postingId)
      ? await tx.publicPosting.findUnique({ where: { id: input.postingId } })
      : null;
    if (posting === null || !posting.organizationPath.startsWith(actor.scope)) {
      return refuse(notFound({ zh: '公示', en: 'posting' }, 'postingId'));
    }
    if (posting.withdrawnAt !== null) {
      return refuse(alreadyWithdrawn(posting.withdrawnByName ?? '', posting.withdrawnAt));
    }
    const upheld = await tx.$queryRaw<object[]>`select from objection o join case_file f on f.id = o.case_file_id
      where o.posting_id = ${posting.id}::uuid and o.upheld and f.status = 'POSTED' limit 1`;
    if (upheld.length > 0) return refuse(upheldFirst());
    const withdrawal = {
      withdrawnBy: actor.staffId,
      withdrawnByName: actor.name,
      withdrawnAt: at,
      withdrawnReason: reason.value,
    };
    const withdrawn = await tx.publicPosting.updateMany({
      where: { id: posting.id, withdrawnAt: null },
      data: withdrawal,
    });
    if (withdrawn.count === 0) return refuse(changedMeanwhile());
    const choice = { kind: 'POSTING', postingId: posting.id } as const;
    const moved = await moveCaseFiles(prismaSql(tx), parts.keyring, {
      command: 'TAKE_DOWN',
      choice,
      actor,
      at,
      opinion: reason.value,
    });
    const against = rowResults('TAKE_DOWN', choice, moved).flatMap((row) => row.problems);
    if (against[0] !== undefined) return refuse(against[0]);
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'posting.withdraw',
        recordType: 'PublicPosting',
        recordId: posting.id,
        after: { files: moved.length },
      },
    ]);
    return ok({ ...posting, ...withdrawal });
  });
}

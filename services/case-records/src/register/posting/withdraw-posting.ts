import { prismaSql, recordAudit } from '@nuangong/database';
import { ok, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { PublicPosting } from '../../generated/prisma/client.ts';
import { caseFileConstraints } from '../case-file/decide-case-files.ts';
import { moveCaseFiles } from '../case-file/move-case-files.ts';
import { rowResults } from '../case-file/row-results.ts';
import { stateOf } from './confirm-posting.ts';
import { lockPosting } from './lock-posting.ts';
import { countPostingFiles } from './posting-files.ts';
import { alreadyWithdrawn, mayWithdraw, postingOpened, upheldFirst } from './posting.ts';

export interface WithdrawPostingInput {
  readonly postingId: string;
  readonly reason: string;
}

/**
 * Withdraws a posting whose place, days or list were wrong, with the reason; posting again with the right ones begins a
 * new period. Its files go back to those that passed review, all of them or none. Refuses with POSTING_OPENED once one
 * of its files was opened, POSTING_EMPTY when none is posted, OBJECTION_UPHELD while one has an upheld objection; not allowed for a maker of a household on the list.
 */
export async function withdrawPosting(
  context: CaseRecordsContext,
  input: WithdrawPostingInput,
): Promise<Result<PublicPosting>> {
  const { actor, requestId, parts } = context;
  const at = parts.clock();
  const constraints = {
    ...caseFileConstraints,
    case_file_objection_upheld: upheldFirst,
    public_posting_objection_upheld: upheldFirst,
    public_posting_opened_stays: postingOpened,
  };
  return runCommand(context, { action: 'posting.publish', constraints }, async (tx: Transaction) => {
    const reason = readRequiredText(input.reason, 'reason', 500);
    if (!reason.ok) return reason;
    const posting = await lockPosting(tx, input.postingId);
    if (posting === null || !posting.organizationPath.startsWith(actor.scope)) {
      return refuse(notFound({ zh: '公示', en: 'posting' }, 'postingId'));
    }
    if (posting.withdrawnAt !== null) {
      return refuse(alreadyWithdrawn(posting.withdrawnByName ?? '', posting.withdrawnAt));
    }
    const counts = (await countPostingFiles(tx, [posting.id], actor.staffId)).get(posting.id);
    const may = mayWithdraw({ ...stateOf(posting), posted: counts?.posted ?? 0, opened: counts?.opened ?? 0 });
    if (!may.ok) return may;
    const upheld = await tx.$queryRaw<object[]>`select from posting_file f
      where f.posting_id = ${posting.id}::uuid and f.left_at is null and upheld_objection_stands(f.case_file_id) limit 1`;
    if (upheld.length > 0) return refuse(upheldFirst());
    const withdrawal = {
      withdrawnBy: actor.staffId,
      withdrawnByName: actor.name,
      withdrawnAt: at,
      withdrawnReason: reason.value,
    };
    await tx.publicPosting.update({ where: { id: posting.id }, data: withdrawal });
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

import { permits } from '@nuangong/access';
import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import { meetObligations } from '@nuangong/obligations';
import { localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Delegation } from '../../generated/prisma/client.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { announceEndedRights } from '../session/end-rights.ts';

const alreadyOver = () =>
  problem('DELEGATION_OVER', { zh: '这项委托已经结束', en: 'This delegation has already ended.' }, 'delegationId');

/**
 * Ends a delegation before its last day, by the lender, the borrower, its maker or an administrator. The borrower's
 * access token stays valid for up to ten minutes; jobs over whole lists stop earlier.
 */
export function endDelegation(
  context: IdentityContext,
  input: { readonly delegationId: string },
): Promise<Result<Delegation>> {
  return runOwnCommand(context, async (tx) => {
    const { actor, parts } = context;
    const known = await tx.delegation.findUnique({ where: { id: input.delegationId } });
    const parties = [known?.fromStaffId, known?.toStaffId, known?.madeById];
    if (known === null || !(parties.includes(actor.staffId) || permits(actor.roles, 'staff.manage'))) {
      return refuse(notFound({ zh: '委托', en: 'delegation' }, 'delegationId'));
    }
    const now = parts.clock();
    if (known.endedAt !== null || readStoredDate(known.lastDay) < localDateAt(now)) return refuse(alreadyOver());
    const { count } = await tx.delegation.updateMany({
      where: { id: known.id, endedAt: null },
      data: { endedAt: now, endedById: actor.staffId },
    });
    if (count === 0) return refuse(changedMeanwhile());
    await announceEndedRights(tx, context, known.organizationPath, {
      staffId: known.fromStaffId,
      act: 'DELEGATION_ENDED',
      borrowerId: known.toStaffId,
    });
    const met = { recordId: known.id, byId: known.id, byType: 'Delegation' };
    await meetObligations(prismaSql(tx), 'DELEGATION_ENDS', [met], now);
    await recordAudit(tx, { actor, requestId: context.requestId }, [
      { action: 'delegation.end', recordType: 'Delegation', recordId: known.id },
    ]);
    return ok({ ...known, endedAt: now, endedById: actor.staffId });
  });
}

import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { addDays, localDateAt, ok, refuse, type LocalDate, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, AuthorityRank, Organization, Staff } from '../../generated/prisma/client.ts';
import { accountOf, askAccountAct, type Acted } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import { endRights } from '../session/end-rights.ts';
import { ownAccount } from '../staff/own-account.ts';
import { announceAuthorityRanks } from './announce-authority-ranks.ts';
import { approves, decideRankEnd, lastDayOf, rankConstraints } from './authority-rank.ts';
import { rankDaysOf } from './grant-rank.ts';

/**
 * Asks for the end of a rank of somebody in the actor's subtree. Waits for a second person like every act on an account
 * that approves.
 */
export function endRank(
  context: IdentityContext,
  input: { readonly authorityRankId: string; readonly to?: string | null | undefined },
): Promise<Result<Acted>> {
  return runCommand(context, { action: 'staff.manage', constraints: rankConstraints }, async (tx: Transaction) => {
    const held = await findRank(tx, input.authorityRankId);
    if (held === null) return refuse(notFound({ zh: '审批权限', en: 'rank' }, 'authorityRankId'));
    if (held.staffId === context.actor.staffId) {
      return refuse(ownAccount({ zh: '终止审批权限', en: 'ends the rank of' }));
    }
    const to = decideRankEnd(rankDaysOf(held), input.to, localDateAt(context.parts.clock()));
    if (!to.ok) return to;
    const wanted = {
      kind: 'END_RANK',
      ...accountOf(held.staff),
      rank: held.rank,
      authorityRankId: held.id,
      firstDay: held.inForceFrom,
      lastDay: storedDate(to.value),
    } as const;
    return askAccountAct(tx, context, wanted, (act) => applyRankEnd(tx, context, act));
  });
}

/** Ends the rank of an act that was just confirmed, on its day or, if that has passed, immediately. */
export async function applyRankEnd(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  const held = await findRank(tx, act.authorityRankId ?? '');
  if (held === null || act.lastDay === null) return refuse(changedMeanwhile());
  const today = localDateAt(context.parts.clock());
  const asked = readStoredDate(act.lastDay);
  const to = decideRankEnd(rankDaysOf(held), asked < addDays(today, -1) ? addDays(today, -1) : asked, today);
  if (!to.ok) return to;
  await end(tx, context, held, to.value, wordsOfConfirmation(act));
  if (to.value < today && held.inForceFrom <= storedDate(today))
    await endRights(tx, context, held.staff, 'ROLES_CHANGED');
  return ok(held.staff);
}

/** Immediately ends the ranks of an account that lost the role or was closed, in the transaction of that change. */
export async function endRanksWithApproval(tx: Transaction, context: IdentityContext, staff: Staff): Promise<void> {
  if (approves(staff)) return;
  const today = localDateAt(context.parts.clock());
  const standing = await tx.authorityRank.findMany({
    where: { staffId: staff.id, OR: [{ inForceTo: null }, { inForceTo: { gte: storedDate(today) } }] },
    include: { staff: true, organization: true },
  });
  for (const held of standing) await end(tx, context, held, lastDayOf(rankDaysOf(held), addDays(today, -1)), {});
}

type FoundRank = AuthorityRank & { readonly staff: Staff; readonly organization: Organization };

/** Finds a rank that the actor may see, and locks it until the command commits. */
async function findRank(tx: Transaction, id: string): Promise<FoundRank | null> {
  await tx.$queryRaw`select id::text from authority_rank where id = ${id}::uuid for update`;
  return tx.authorityRank.findUnique({ where: { id }, include: { staff: true, organization: true } });
}

/** Stores the last day; `confirmed` is added to the audit entry. */
async function end(
  tx: Transaction,
  context: IdentityContext,
  { staff, organization, ...held }: FoundRank,
  to: LocalDate,
  confirmed: object,
): Promise<void> {
  const inForceTo = storedDate(to);
  const ended = await tx.authorityRank.update({ where: { id: held.id }, data: { inForceTo, changedOn: inForceTo } });
  await recordAudit(tx, context, [
    {
      action: 'authority-rank.end',
      recordType: 'Staff',
      recordId: staff.id,
      before: { rank: held.rank, ...rankDaysOf(held) },
      after: { rank: held.rank, to, ...confirmed },
    },
  ]);
  await announceAuthorityRanks(tx, { ...context, at: context.parts.clock() }, [{ ...ended, organization }]);
}

import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { localDateAt, refuse, ok, type LocalDate, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, AuthorityRank, Staff } from '../../generated/prisma/client.ts';
import { accountOf, askAccountAct, type Acted } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import { ownAccount } from '../staff/own-account.ts';
import { announceAuthorityRanks } from './announce-authority-ranks.ts';
import { decideRank, rankConstraints, type HeldRank, type WantedRank } from './authority-rank.ts';

/**
 * Asks for a rank of approval authority for an approver of the actor's subtree. Waits for a second person like every act
 * on an account that approves; in force from the holder's next refresh on the first day, after at most ten minutes.
 */
export function grantRank(
  context: IdentityContext,
  input: WantedRank & { readonly staffId: string },
): Promise<Result<Acted>> {
  return runCommand(context, { action: 'staff.manage', constraints: rankConstraints }, async (tx: Transaction) => {
    if (input.staffId === context.actor.staffId) {
      return refuse(ownAccount({ zh: '授予审批权限', en: 'grants a rank to' }));
    }
    const staff = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (staff === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const decided = decideRank(input, staff, await ranksOf(tx, staff), localDateAt(context.parts.clock()));
    if (!decided.ok) return decided;
    const { rank, from, to } = decided.value;
    const days = { firstDay: storedDate(from), lastDay: to === null ? null : storedDate(to) };
    return askAccountAct(tx, context, { kind: 'GRANT_RANK', ...accountOf(staff), rank, ...days }, (act) =>
      applyRank(tx, context, act),
    );
  });
}

/** Grants the rank of an act that was just confirmed, without the days that have passed since it was asked for. */
export async function applyRank(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  const staff = await tx.staff.findUniqueOrThrow({
    where: { id: act.staffId ?? '' },
    include: { organization: true },
  });
  if (act.rank === null || act.firstDay === null) return refuse(changedMeanwhile());
  const today = localDateAt(context.parts.clock());
  const first = readStoredDate(act.firstDay);
  const wanted = {
    rank: act.rank,
    from: first < today ? today : first,
    to: act.lastDay && readStoredDate(act.lastDay),
  };
  const decided = decideRank(wanted, staff, await ranksOf(tx, staff), today);
  if (!decided.ok) return decided;
  const held = await tx.authorityRank.create({ data: stored(decided.value, staff) });
  await recordAudit(tx, context, [
    {
      action: 'authority-rank.grant',
      recordType: 'Staff',
      recordId: staff.id,
      after: { ...wanted, ...wordsOfConfirmation(act) },
    },
  ]);
  await announceAuthorityRanks(tx, { ...context, at: context.parts.clock() }, [
    { ...held, organization: staff.organization },
  ]);
  return ok(staff);
}

const stored = ({ rank, from, to }: HeldRank, staff: Staff) => ({
  rank,
  staffId: staff.id,
  organizationId: staff.organizationId,
  organizationPath: staff.organizationPath,
  inForceFrom: storedDate(from),
  inForceTo: to === null ? null : storedDate(to),
  changedOn: storedDate(from),
});

async function ranksOf(tx: Transaction, { organizationId }: Staff): Promise<readonly HeldRank[]> {
  const rows = await tx.authorityRank.findMany({ where: { organizationId } });
  return rows.map((row) => ({ staffId: row.staffId, rank: row.rank, ...rankDaysOf(row) }));
}

/** The days of a stored rank. */
export function rankDaysOf({ inForceFrom, inForceTo }: Pick<AuthorityRank, 'inForceFrom' | 'inForceTo'>): {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
} {
  return { from: readStoredDate(inForceFrom), to: inForceTo && readStoredDate(inForceTo) };
}

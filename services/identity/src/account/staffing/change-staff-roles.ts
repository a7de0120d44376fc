import type { Role } from '@nuangong/access';
import { recordAudit, storedDate } from '@nuangong/database';
import { localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import { accountOf, askAccountAct, type Acted } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, Staff } from '../../generated/prisma/client.ts';
import { endRanksWithApproval } from '../authority-rank/end-rank.ts';
import { borrowedBy } from '../staff/borrowed-roles.ts';
import { clashOf } from '../staff/delegation.ts';
import { endRights } from '../session/end-rights.ts';
import { ownAccount } from '../staff/own-account.ts';
import { decideRoles } from '../staff/staff.ts';

const clashesWithLoan = () =>
  problem(
    'ROLES_INCOMPATIBLE_WITH_DELEGATION',
    {
      zh: '和受托的岗位不能同由一人担任，先结束那项委托再调整',
      en: 'These roles conflict with roles delegated to this person. End the delegation first.',
    },
    'roles',
  );

export const roleConstraints = { delegated_roles_go_together: clashesWithLoan };

/**
 * Changes a member of staff's roles; takes effect immediately, because sessions end and access tokens are short-lived.
 * If the account holds or would hold a guarded role, the change waits for a second person.
 */
export function changeStaffRoles(
  context: IdentityContext,
  input: { readonly staffId: string; readonly roles: readonly Role[] },
): Promise<Result<Acted>> {
  return runCommand(context, { action: 'staff.manage', constraints: roleConstraints }, async (tx: Transaction) => {
    if (input.staffId === context.actor.staffId)
      return refuse(ownAccount({ zh: '调整岗位', en: 'changes the roles of' }));
    const decided = decideRoles(input.roles);
    if (!decided.ok) return decided;
    const known = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (known === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const borrowed = await borrowedBy(tx, known.id, storedDate(localDateAt(context.parts.clock())));
    if (clashOf(decided.value, borrowed) !== undefined) return refuse(clashesWithLoan());
    const wanted = { kind: 'CHANGE_ROLES', ...accountOf(known), roles: decided.value } as const;
    return askAccountAct(tx, context, wanted, (act) => applyRoles(tx, context, act));
  });
}

/** Gives an account the roles of an act; refuses if they were changed after the request. */
export async function applyRoles(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  const before = await tx.staff.findUniqueOrThrow({ where: { id: act.staffId ?? '' } });
  if (before.roles.toSorted().join() !== act.rolesBefore.toSorted().join()) return refuse(changedMeanwhile());
  const staff = await tx.staff.update({ where: { id: before.id }, data: { roles: act.roles } });
  await endRanksWithApproval(tx, context, staff);
  await endRights(tx, context, staff, 'ROLES_CHANGED');
  await recordAudit(tx, context, [
    {
      action: 'staff.change-roles',
      recordType: 'Staff',
      recordId: staff.id,
      before: { roles: before.roles },
      after: { roles: staff.roles, ...wordsOfConfirmation(act) },
    },
  ]);
  return ok(staff);
}

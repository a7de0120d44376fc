import type { Role } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../builder.ts';
import type { Staff } from '../generated/prisma/client.ts';
import { endSessions } from '../session/end-sessions.ts';
import { ownAccount } from './own-account.ts';
import { decideRoles } from './staff.ts';

const constraints = {
  delegated_roles_go_together: () =>
    problem(
      'ROLES_INCOMPATIBLE_WITH_DELEGATION',
      {
        zh: '和受托的岗位不能同由一人担任，先结束那项委托再调整',
        en: 'These roles and those borrowed by a delegation cannot be one person. End the delegation first.',
      },
      'roles',
    ),
};

/** Changes what a member of staff may do; takes effect at once, since the sessions end and access tokens are short. */
export function changeStaffRoles(
  context: IdentityContext,
  input: { readonly staffId: string; readonly roles: readonly Role[] },
): Promise<Result<Staff>> {
  return runCommand(context, { action: 'staff.manage', constraints }, async (tx) => {
    if (input.staffId === context.actor.staffId) return refuse(ownAccount({ zh: '调整岗位', en: 'changes the roles of' }));
    const decided = decideRoles(input.roles);
    if (!decided.ok) return decided;
    const before = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (before === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const staff = await tx.staff.update({ where: { id: before.id }, data: { roles: [...decided.value] } });
    await endSessions(tx, staff.id, context.parts.clock());
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      {
        action: 'staff.change-roles',
        recordType: 'Staff',
        recordId: staff.id,
        before: { roles: before.roles },
        after: { roles: staff.roles },
      },
    ]);
    return ok(staff);
  });
}

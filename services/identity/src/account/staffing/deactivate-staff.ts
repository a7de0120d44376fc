import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Staff } from '../../generated/prisma/client.ts';
import { endRanksWithApproval } from '../authority-rank/end-rank.ts';
import { endRights } from '../session/end-rights.ts';
import { ownAccount } from '../staff/own-account.ts';

/** Closes an account: its sessions end and it can no longer sign in; the person's past actions keep the name. */
export function deactivateStaff(context: IdentityContext, input: { readonly staffId: string }): Promise<Result<Staff>> {
  return runCommand(context, { action: 'staff.manage' }, async (tx) => {
    if (input.staffId === context.actor.staffId) return refuse(ownAccount({ zh: '停用', en: 'deactivates' }));
    const known = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (known === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const staff = await tx.staff.update({ where: { id: known.id }, data: { active: false } });
    await endRanksWithApproval(tx, context, staff);
    await endRights(tx, context, staff, 'ACCOUNT_CLOSED');
    await recordAudit(tx, context, [
      {
        action: 'staff.deactivate',
        recordType: 'Staff',
        recordId: staff.id,
        before: { active: known.active },
        after: { active: false },
      },
    ]);
    return ok(staff);
  });
}

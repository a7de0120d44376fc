import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Staff } from '../../generated/prisma/client.ts';
import { forgetAttempts, targetsOf } from '../sign-in-guard/count-attempt.ts';

/** Lets somebody who was locked out by wrong attempts try again immediately. */
export function unlockStaff(context: IdentityContext, input: { readonly staffId: string }): Promise<Result<Staff>> {
  return runCommand(context, { action: 'staff.manage' }, async (tx) => {
    const staff = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (staff === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    await forgetAttempts(tx, targetsOf(context.parts.digestKey, staff));
    await recordAudit(tx, context, [{ action: 'staff.unlock', recordType: 'Staff', recordId: staff.id }]);
    return ok(staff);
  });
}

import { permits } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { forbidden, notFound } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Staff } from '../../generated/prisma/client.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { readOfficePhone } from '../staff/staff.ts';

/**
 * Changes an office telephone: one's own, or as an administrator that of somebody in the subtree. Tables and papers
 * show it from the next refresh on.
 */
export function changeOfficePhone(
  context: IdentityContext,
  input: { readonly staffId?: string | null | undefined; readonly officePhone?: string | null | undefined },
): Promise<Result<Staff>> {
  return runOwnCommand(context, async (tx) => {
    const { actor, requestId } = context;
    const staffId = input.staffId ?? actor.staffId;
    if (staffId !== actor.staffId && !permits(actor.roles, 'staff.manage')) return refuse(forbidden());
    const officePhone = readOfficePhone(input.officePhone);
    if (!officePhone.ok) return officePhone;
    const known = await tx.staff.findUnique({ where: { id: staffId } });
    if (known === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const staff = await tx.staff.update({ where: { id: known.id }, data: { officePhone: officePhone.value } });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'staff.change-office-phone',
        recordType: 'Staff',
        recordId: staff.id,
        before: { officePhone: known.officePhone },
        after: { officePhone: staff.officePhone },
      },
    ]);
    return ok(staff);
  });
}

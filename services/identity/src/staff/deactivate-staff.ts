import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand, type RequestContext } from '@nuangong/subgraph';
import type { Transaction } from '../builder.ts';
import type { Staff } from '../generated/prisma/client.ts';
import { endSessions } from '../session/end-sessions.ts';

/** Closes an account: its sessions end and it signs in no more; what the person did stays under the name. */
export function deactivateStaff(
  context: RequestContext<Transaction>,
  input: { readonly staffId: string },
): Promise<Result<Staff>> {
  return runCommand(context, { action: 'staff.manage' }, async (tx) => {
    if (input.staffId === context.actor.staffId) {
      return refuse(
        problem(
          'OWN_ACCOUNT',
          { zh: '本人账号由另一位管理员停用', en: 'Another administrator closes this account.' },
          'staffId',
        ),
      );
    }
    const known = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (known === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const staff = await tx.staff.update({ where: { id: known.id }, data: { active: false } });
    await endSessions(tx, staff.id, new Date());
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
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

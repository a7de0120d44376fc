import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../builder.ts';
import type { Staff } from '../generated/prisma/client.ts';
import { ownAccount } from '../staff/own-account.ts';

const subjectTaken = () =>
  problem(
    'SUBJECT_TAKEN',
    { zh: '这个身份标识已绑定另一个账号，先在那里解除', en: 'This identity is linked to another account. Unlink it there first.' },
    'subject',
  );

const subjectLength = () =>
  problem(
    'SUBJECT_LENGTH',
    { zh: '身份标识为 1 至 255 个字符，不绑定时留空', en: 'An identity has 1 to 255 characters; leave it empty to unlink.' },
    'subject',
  );

/** Links an account to the outside provider's name of the person, or unlinks it where `subject` is left out. */
export function linkOutsideAccount(
  context: IdentityContext,
  input: { readonly staffId: string; readonly subject?: string | null | undefined },
): Promise<Result<Staff>> {
  const constraints = { staff_outside_subject_once: subjectTaken };
  return runCommand(context, { action: 'staff.manage', constraints }, async (tx) => {
    if (input.staffId === context.actor.staffId) return refuse(ownAccount({ zh: '绑定', en: 'links' }));
    const outsideSubject = input.subject?.trim() || null;
    if ((outsideSubject?.length ?? 1) > 255) return refuse(subjectLength());
    const known = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (known === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const staff = await tx.staff.update({ where: { id: known.id }, data: { outsideSubject } });
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      {
        action: 'staff.link-outside',
        recordType: 'Staff',
        recordId: staff.id,
        before: { subject: known.outsideSubject },
        after: { subject: outsideSubject },
      },
    ]);
    return ok(staff);
  });
}

import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import { accountOf, askAccountAct, type Acted } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, Staff } from '../../generated/prisma/client.ts';
import { ownAccount } from '../staff/own-account.ts';

const subjectTaken = () =>
  problem(
    'SUBJECT_TAKEN',
    {
      zh: '这个身份标识已绑定另一个账号，先在那里解除',
      en: 'This identity is linked to another account. Unlink it there first.',
    },
    'subject',
  );

const subjectLength = () =>
  problem(
    'SUBJECT_LENGTH',
    {
      zh: '身份标识为 1 至 255 个字符，不绑定时留空',
      en: 'Enter an identity of 1 to 255 characters, or leave it empty to unlink.',
    },
    'subject',
  );

export const linkConstraints = { staff_outside_subject_once: subjectTaken };

/**
 * Links an account to the person's subject at the outside provider, or unlinks it when `subject` is left out. On a
 * guarded account it waits for a second person, because the linked person can sign in to it.
 */
export function linkOutsideAccount(
  context: IdentityContext,
  input: { readonly staffId: string; readonly subject?: string | null | undefined },
): Promise<Result<Acted>> {
  return runCommand(context, { action: 'staff.manage', constraints: linkConstraints }, async (tx: Transaction) => {
    if (input.staffId === context.actor.staffId) return refuse(ownAccount({ zh: '绑定', en: 'links' }));
    const outsideSubject = input.subject?.trim() || null;
    if ((outsideSubject?.length ?? 1) > 255) return refuse(subjectLength());
    const known = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (known === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const wanted = { kind: 'LINK_OUTSIDE', ...accountOf(known), outsideSubject } as const;
    return askAccountAct(tx, context, wanted, (act) => applyLink(tx, context, act));
  });
}

/** Links the account of an act to its subject, or unlinks it. */
export async function applyLink(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  const known = await tx.staff.findUniqueOrThrow({ where: { id: act.staffId ?? '' } });
  const staff = await tx.staff.update({ where: { id: known.id }, data: { outsideSubject: act.outsideSubject } });
  await recordAudit(tx, context, [
    {
      action: 'staff.link-outside',
      recordType: 'Staff',
      recordId: staff.id,
      before: { subject: known.outsideSubject },
      after: { subject: staff.outsideSubject, ...wordsOfConfirmation(act) },
    },
  ]);
  return ok(staff);
}

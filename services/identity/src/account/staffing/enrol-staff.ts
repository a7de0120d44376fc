import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import { askAccountAct, type Acted } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, Staff } from '../../generated/prisma/client.ts';
import { givenPasswordLifetimeMs } from '../password/given-password.ts';
import { hashPassword } from '../password/password-hash.ts';
import { organizationClosed } from '../../organization/organization/register-organization.ts';
import { decideEnrolment, type NewStaff } from '../staff/staff.ts';

const usernameTaken = () =>
  problem('USERNAME_TAKEN', { zh: '这个账号已有人用，换一个', en: 'This username is taken. Use another.' }, 'username');

export const enrolmentConstraints = {
  staff_username_once: usernameTaken,
  organization_is_open: organizationClosed('organizationId'),
};

/**
 * Enrols a member of staff in an organisation of the actor's subtree; the first password has to be changed at sign-in.
 * With a guarded role, the account is created only once a second person confirms.
 */
export async function enrolStaff(
  context: IdentityContext,
  input: NewStaff & { readonly organizationId: string },
): Promise<Result<Acted>> {
  const decided = decideEnrolment(input);
  const passwordHash = decided.ok ? await hashPassword(decided.value.password) : '';
  return runCommand(context, { action: 'staff.manage', constraints: enrolmentConstraints }, async (tx: Transaction) => {
    if (!decided.ok) return decided;
    const { username, name, roles, officePhone } = decided.value;
    const organization = await tx.organization.findUnique({ where: { id: input.organizationId } });
    if (organization === null || !organization.path.startsWith(context.actor.scope)) {
      return refuse(notFound({ zh: '组织', en: 'organisation' }, 'organizationId'));
    }
    const taken = await tx.$queryRaw<unknown[]>`select from staff_at_sign_in(${username})`;
    if (taken.length > 0) return refuse(usernameTaken());
    const wanted = { kind: 'ENROL', organization, name, username, roles, officePhone, passwordHash } as const;
    return askAccountAct(tx, context, wanted, (act) => applyEnrolment(tx, context, act));
  });
}

/** Creates the account of an act. */
export async function applyEnrolment(
  tx: Transaction,
  context: IdentityContext,
  act: AccountAct,
): Promise<Result<Staff>> {
  const { username, staffName: name, roles, officePhone, organizationId, organizationPath, passwordHash } = act;
  const staff = await tx.staff.create({
    data: {
      organizationId,
      organizationPath,
      username,
      name,
      officePhone,
      roles,
      passwordHash: passwordHash ?? '',
      givenPasswordUntil: new Date(context.parts.clock().getTime() + givenPasswordLifetimeMs),
    },
  });
  await tx.accountAct.update({ where: { id: act.id }, data: { staffId: staff.id } });
  await recordAudit(tx, context, [
    {
      action: 'staff.enrol',
      recordType: 'Staff',
      recordId: staff.id,
      after: { username, name, roles, officePhone, ...wordsOfConfirmation(act) },
    },
  ]);
  return ok(staff);
}

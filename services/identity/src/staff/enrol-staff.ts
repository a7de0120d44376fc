import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../builder.ts';
import type { Staff } from '../generated/prisma/client.ts';
import { givenPasswordLifetimeMs } from '../password/given-password.ts';
import { hashPassword } from '../password/password-hash.ts';
import { decideEnrolment, type NewStaff } from './staff.ts';

const usernameTaken = () =>
  problem('USERNAME_TAKEN', { zh: '这个账号已有人用，换一个', en: 'This username is taken. Use another.' }, 'username');

/** Enrols a member of staff in an organisation of the actor's subtree; the first password is to be changed at once. */
export async function enrolStaff(
  context: IdentityContext,
  input: NewStaff & { readonly organizationId: string },
): Promise<Result<Staff>> {
  const decided = decideEnrolment(input);
  const passwordHash = decided.ok ? await hashPassword(decided.value.password) : '';
  const constraints = { staff_username_once: usernameTaken };
  return runCommand(context, { action: 'staff.manage', constraints }, async (tx) => {
    if (!decided.ok) return decided;
    const { username, name, roles, officePhone } = decided.value;
    const organization = await tx.organization.findUnique({ where: { id: input.organizationId } });
    if (organization === null || !organization.path.startsWith(context.actor.scope)) {
      return refuse(notFound({ zh: '组织', en: 'organisation' }, 'organizationId'));
    }
    const staff = await tx.staff.create({
      data: {
        organizationId: organization.id,
        organizationPath: organization.path,
        username,
        name,
        officePhone,
        roles: [...roles],
        passwordHash,
        givenPasswordUntil: new Date(context.parts.clock().getTime() + givenPasswordLifetimeMs),
      },
    });
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      { action: 'staff.enrol', recordType: 'Staff', recordId: staff.id, after: { username, name, roles, officePhone } },
    ]);
    return ok(staff);
  });
}

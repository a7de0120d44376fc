import { scopeOf, type Actor } from '@nuangong/access';
import { readStoredDate, storedDate } from '@nuangong/database';
import { localDateAt } from '@nuangong/primitives';
import { rolesInForce } from '../staff/delegation.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** The query for a member of staff who is to act: with the organisation, and the roles that colleagues lend today. */
export function asActor(now: Date) {
  const today = storedDate(localDateAt(now));
  return {
    organization: true,
    borrowed: {
      where: { endedAt: null, firstDay: { lte: today }, lastDay: { gte: today } },
      include: { fromStaff: { select: { id: true, name: true, active: true, roles: true } } },
    },
  } satisfies Prisma.StaffInclude;
}

type ActingStaff = Prisma.StaffGetPayload<{ include: ReturnType<typeof asActor> }>;

/** Whether a session that began with a password given by an administrator still waits for its change. */
export function waitsForOwnPassword(
  staff: { readonly givenPasswordUntil: Date | null },
  session: { readonly outside: boolean },
): boolean {
  return staff.givenPasswordUntil !== null && !session.outside;
}

/** The actor for a member of staff in one session; without roles until a given password is changed. */
export function actorOf(
  staff: ActingStaff,
  session: { readonly id: string; readonly outside: boolean },
  now: Date,
): Actor {
  const borrowed = staff.borrowed.map(({ roles, firstDay, lastDay, fromStaff: { id: staffId, ...from } }) => ({
    roles,
    firstDay: readStoredDate(firstDay),
    lastDay: readStoredDate(lastDay),
    from: { staffId, ...from },
  }));
  const { roles, onBehalfOf } = rolesInForce(staff.roles, borrowed, localDateAt(now));
  const mustChangePassword = waitsForOwnPassword(staff, session);
  return {
    kind: 'STAFF',
    staffId: staff.id,
    name: staff.name,
    organizationId: staff.organization.id,
    organizationName: staff.organization.name,
    ...(staff.officePhone !== null && { officePhone: staff.officePhone }),
    scope: scopeOf(staff.organizationPath),
    roles: mustChangePassword ? [] : roles,
    sessionId: session.id,
    ...(onBehalfOf.length > 0 && !mustChangePassword && { onBehalfOf }),
  };
}

import { scopeOf, type Actor } from '@nuangong/access';
import { readStoredDate, storedDate } from '@nuangong/database';
import { localDateAt } from '@nuangong/primitives';
import { rolesInForce } from '../staff/delegation.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** The query for a member of staff who is to act: with the organisation, today's rank, and what colleagues lend today. */
export function asActor(now: Date) {
  const today = storedDate(localDateAt(now));
  const ranks = {
    where: { inForceFrom: { lte: today }, OR: [{ inForceTo: null }, { inForceTo: { gte: today } }] },
    select: { rank: true },
  } satisfies Prisma.Staff$ranksArgs;
  return {
    organization: true,
    ranks,
    borrowed: {
      where: { endedAt: null, firstDay: { lte: today }, lastDay: { gte: today } },
      include: { fromStaff: { select: { id: true, name: true, active: true, roles: true, ranks } } },
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
  const borrowed = staff.borrowed.map(({ roles, firstDay, lastDay, fromStaff: { id: staffId, ranks, ...from } }) => ({
    roles,
    firstDay: readStoredDate(firstDay),
    lastDay: readStoredDate(lastDay),
    from: { staffId, ...from, rank: ranks[0]?.rank },
  }));
  const { roles, onBehalfOf, rank } = rolesInForce(staff.roles, borrowed, localDateAt(now), staff.ranks[0]?.rank);
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
    ...(rank !== undefined && !mustChangePassword && { rank }),
    sessionId: session.id,
    ...(onBehalfOf.length > 0 && !mustChangePassword && { onBehalfOf }),
  };
}

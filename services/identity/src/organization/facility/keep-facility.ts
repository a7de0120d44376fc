import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Facility } from '../../generated/prisma/client.ts';
import { readLastDay } from '../in-force/in-force.ts';
import { organizationReference, type Announcing } from '../organization/announce-organizations.ts';
import { findManaged, inForceOf } from '../organization/find-managed.ts';
import { organizationClosed } from '../organization/register-organization.ts';
import { decideFacility, type FacilityInput } from './facility.ts';

const constraints = {
  organization_is_open: organizationClosed('organizationId'),
  facility_once: () =>
    problem(
      'FACILITY_THERE',
      {
        zh: '该单位已登记同类同名的机构，不用重复登记',
        en: 'A facility of this kind and name is registered. There is no need to register it again.',
      },
      'name',
    ),
};
const managing = { action: 'organization.manage', constraints } as const;

/** Registers a facility of an organisation of the actor's subtree and publishes the event. */
export function registerFacility(
  context: IdentityContext,
  input: FacilityInput & { readonly organizationId: string },
): Promise<Result<Facility>> {
  return runCommand(context, managing, async (tx) => {
    const organization = await findManaged(tx, context, input.organizationId);
    if (!organization.ok) return organization;
    const at = context.parts.clock();
    const decided = decideFacility(input, localDateAt(at));
    if (!decided.ok) return decided;
    const { from, ...state } = decided.value;
    const { id: organizationId, path: organizationPath } = organization.value;
    const day = storedDate(from);
    const facility = await tx.facility.create({
      data: { ...state, organizationId, organizationPath, inForceFrom: day, changedOn: day },
    });
    await recordAudit(tx, context, [
      { action: 'facility.register', recordType: 'Facility', recordId: facility.id, after: { ...decided.value } },
    ]);
    await announceFacilities(tx, { ...context, at }, [{ ...facility, organization: organization.value }]);
    return ok(facility);
  });
}

/** Closes a facility after a day and publishes the event. */
export function closeFacility(
  context: IdentityContext,
  input: { readonly facilityId: string; readonly to: string },
): Promise<Result<Facility>> {
  return runCommand(context, managing, async (tx) => {
    await tx.$queryRaw`select id::text from facility where id = ${input.facilityId}::uuid for update`;
    const found = await tx.facility.findUnique({ where: { id: input.facilityId }, include: { organization: true } });
    if (found === null || !found.organizationPath.startsWith(context.actor.scope)) {
      return refuse(notFound({ zh: '惠民帮扶机构', en: 'facility' }, 'facilityId'));
    }
    const at = context.parts.clock();
    const to = readLastDay(input.to, inForceOf(found), localDateAt(at));
    if (!to.ok) return to;
    const day = storedDate(to.value);
    const facility = await tx.facility.update({ where: { id: found.id }, data: { inForceTo: day, changedOn: day } });
    await recordAudit(tx, context, [
      {
        action: 'facility.close',
        recordType: 'Facility',
        recordId: facility.id,
        before: { to: null },
        after: { to: to.value },
      },
    ]);
    await announceFacilities(tx, { ...context, at }, [{ ...facility, organization: found.organization }]);
    return ok(facility);
  });
}

/** Publishes facilities, in the transaction that changed them. */
export async function announceFacilities(
  tx: Parameters<typeof announce>[0],
  announcing: Announcing,
  facilities: readonly (Facility & { readonly organization: Parameters<typeof organizationReference>[0] })[],
): Promise<void> {
  await announce(
    tx,
    announcing,
    contracts['facility-changed.v1'],
    facilities.map(({ organization, ...facility }) => ({
      organizationPath: facility.organizationPath,
      data: {
        facilityId: facility.id,
        organization: organizationReference(organization),
        kind: facility.kind,
        name: facility.name,
        joint: facility.partner !== '',
        from: readStoredDate(facility.inForceFrom),
        to: facility.inForceTo && readStoredDate(facility.inForceTo),
      },
    })),
  );
}

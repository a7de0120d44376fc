import { readStoredDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { problem } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import type { Facility } from '../../generated/prisma/client.ts';
import type { Belonging } from '../belonging/keep-belonging.ts';
import { organizationReference, type Announcing } from '../organization/announce-organizations.ts';
import { decideFacility, type FacilityInput, type FacilityState } from './facility.ts';

const constraints = {
  facility_once: () =>
    problem(
      'FACILITY_THERE',
      {
        zh: '该单位已登记同类同名的机构，不用重复登记',
        en: 'A facility of this kind and name is already registered.',
      },
      'name',
    ),
};

/** How the facilities of an organisation are kept. */
export const facilities: Belonging<Facility, FacilityInput, FacilityState> = {
  audited: 'facility',
  table: 'facility',
  recordType: 'Facility',
  idField: 'facilityId',
  words: { zh: '惠民帮扶机构', en: 'facility' },
  constraints,
  decide: decideFacility,
  find: (tx, id) => tx.facility.findUnique({ where: { id }, include: { organization: true } }),
  insert: (tx, data) => tx.facility.create({ data }),
  update: (tx, id, data) => tx.facility.update({ where: { id }, data }),
  announce: announceFacilities,
};

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
        from: readStoredDate(facility.changedOn),
        to: facility.inForceTo && readStoredDate(facility.inForceTo),
      },
    })),
  );
}

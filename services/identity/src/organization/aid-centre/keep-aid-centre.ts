import { readStoredDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { AidCentre } from '../../generated/prisma/client.ts';
import type { Belonging } from '../belonging/keep-belonging.ts';
import { organizationReference, type Announcing } from '../organization/announce-organizations.ts';
import { centreRules, decideAidCentre, type AidCentreInput, type AidCentreState } from './aid-centre.ts';

/** How the aid centres of an organisation are kept: one open at a time, closed once nobody works there. */
export const aidCentres: Belonging<AidCentre, AidCentreInput, AidCentreState> = {
  audited: 'aid-centre',
  table: 'aid_centre',
  recordType: 'AidCentre',
  idField: 'aidCentreId',
  words: { zh: '帮扶中心', en: 'aid centre' },
  constraints: centreRules,
  decide: decideAidCentre,
  find: (tx, id) => tx.aidCentre.findUnique({ where: { id }, include: { organization: true } }),
  insert: (tx, data) => tx.aidCentre.create({ data }),
  update: (tx, id, data) => tx.aidCentre.update({ where: { id }, data }),
  announce: announceAidCentres,
};

/** Publishes the state of aid centres, in the transaction that changed it. */
export async function announceAidCentres(
  tx: Parameters<typeof announce>[0],
  announcing: Announcing,
  centres: readonly (AidCentre & { readonly organization: Parameters<typeof organizationReference>[0] })[],
): Promise<void> {
  await announce(
    tx,
    announcing,
    contracts['aid-centre-changed.v1'],
    centres.map(({ organization, ...centre }) => ({
      organizationPath: centre.organizationPath,
      data: {
        aidCentreId: centre.id,
        organization: organizationReference(organization),
        name: centre.name,
        level: centre.level,
        publicInstitution: centre.publicInstitution,
        posts: centre.posts,
        from: readStoredDate(centre.changedOn),
        to: centre.inForceTo && readStoredDate(centre.inForceTo),
      },
    })),
  );
}

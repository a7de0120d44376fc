import { readStoredDate } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { Organization } from '../../generated/prisma/client.ts';
import type { InForce } from '../in-force/in-force.ts';
import type { StandingOrganization } from './organization.ts';

/**
 * Finds an organisation of the actor's subtree and locks it until the command commits, so that two changes run one
 * after the other.
 */
export async function findManaged(
  tx: Transaction,
  { actor }: Pick<IdentityContext, 'actor'>,
  id: string,
): Promise<Result<Organization>> {
  const none = () => refuse(notFound({ zh: '组织', en: 'organisation' }, 'organizationId'));
  await tx.$queryRaw`select id::text from organization where id = ${id}::uuid for update`;
  const organization = await tx.organization.findUnique({ where: { id } });
  return organization === null || !organization.path.startsWith(actor.scope) ? none() : ok(organization);
}

/** The days of a stored row. */
export function inForceOf(row: {
  readonly inForceFrom: Date;
  readonly inForceTo: Date | null;
  readonly changedOn: Date;
}): InForce {
  return {
    from: readStoredDate(row.inForceFrom),
    to: row.inForceTo && readStoredDate(row.inForceTo),
    changedOn: readStoredDate(row.changedOn),
  };
}

/** The part of an organisation that its changes are checked against. */
export function standingOf(organization: Organization): StandingOrganization {
  const { path, name } = organization;
  return { path, name, ...inForceOf(organization) };
}

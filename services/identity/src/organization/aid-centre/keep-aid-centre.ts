import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AidCentre, Organization } from '../../generated/prisma/client.ts';
import { readLastDay } from '../in-force/in-force.ts';
import { organizationReference, type Announcing } from '../organization/announce-organizations.ts';
import { findManaged, inForceOf } from '../organization/find-managed.ts';
import { organizationClosed } from '../organization/register-organization.ts';
import {
  centreRules,
  decideAidCentre,
  decideAidCentreChange,
  type AidCentreInput,
  type AidCentreState,
} from './aid-centre.ts';

const constraints = { ...centreRules, organization_is_open: organizationClosed('organizationId') };
const managing = { action: 'organization.manage', constraints } as const;

/**
 * Registers the aid centre of an organisation of the actor's subtree (one open centre at a time) and publishes the
 * event.
 */
export function registerAidCentre(
  context: IdentityContext,
  input: AidCentreInput & { readonly organizationId: string },
): Promise<Result<AidCentre>> {
  return runCommand(context, managing, async (tx) => {
    const organization = await findManaged(tx, context, input.organizationId);
    if (!organization.ok) return organization;
    const at = context.parts.clock();
    const decided = decideAidCentre(input, localDateAt(at));
    if (!decided.ok) return decided;
    const centre = await tx.aidCentre.create({
      data: {
        ...stored(decided.value),
        organizationId: organization.value.id,
        organizationPath: organization.value.path,
        inForceFrom: storedDate(decided.value.from),
      },
    });
    await recordAudit(tx, context, [
      { action: 'aid-centre.register', recordType: 'AidCentre', recordId: centre.id, after: { ...decided.value } },
    ]);
    await announceAidCentres(tx, { ...context, at }, [{ ...centre, organization: organization.value }]);
    return ok(centre);
  });
}

/**
 * Changes an open aid centre from a day on: name, level, status, posts. Its history keeps the earlier state. Publishes
 * the event.
 */
export function changeAidCentre(
  context: IdentityContext,
  input: AidCentreInput & { readonly aidCentreId: string },
): Promise<Result<AidCentre>> {
  return runCommand(context, managing, async (tx) => {
    const found = await findCentre(tx, context, input.aidCentreId);
    if (!found.ok) return found;
    const at = context.parts.clock();
    const decided = decideAidCentreChange(inForceOf(found.value), input, localDateAt(at));
    if (!decided.ok) return decided;
    const { name, level, publicInstitution, posts } = found.value;
    const centre = await tx.aidCentre.update({ where: { id: found.value.id }, data: stored(decided.value) });
    await recordAudit(tx, context, [
      {
        action: 'aid-centre.change',
        recordType: 'AidCentre',
        recordId: centre.id,
        before: { name, level, publicInstitution, posts },
        after: { ...decided.value },
      },
    ]);
    await announceAidCentres(tx, { ...context, at }, [{ ...centre, organization: found.value.organization }]);
    return ok(centre);
  });
}

/** Closes an aid centre after a day beyond which nobody works there, and publishes the event. */
export function closeAidCentre(
  context: IdentityContext,
  input: { readonly aidCentreId: string; readonly to: string },
): Promise<Result<AidCentre>> {
  return runCommand(context, managing, async (tx) => {
    const found = await findCentre(tx, context, input.aidCentreId);
    if (!found.ok) return found;
    const at = context.parts.clock();
    const to = readLastDay(input.to, inForceOf(found.value), localDateAt(at));
    if (!to.ok) return to;
    const day = storedDate(to.value);
    const centre = await tx.aidCentre.update({
      where: { id: found.value.id },
      data: { inForceTo: day, changedOn: day },
    });
    await recordAudit(tx, context, [
      {
        action: 'aid-centre.close',
        recordType: 'AidCentre',
        recordId: centre.id,
        before: { to: null },
        after: { to: to.value },
      },
    ]);
    await announceAidCentres(tx, { ...context, at }, [{ ...centre, organization: found.value.organization }]);
    return ok(centre);
  });
}

/** Finds an aid centre of the actor's subtree with its organisation, and locks it until the command commits. */
export async function findCentre(
  tx: Transaction,
  { actor }: Pick<IdentityContext, 'actor'>,
  id: string,
): Promise<Result<AidCentre & { readonly organization: Organization }>> {
  await tx.$queryRaw`select id::text from aid_centre where id = ${id}::uuid for update`;
  const centre = await tx.aidCentre.findUnique({ where: { id }, include: { organization: true } });
  return centre === null || !centre.organizationPath.startsWith(actor.scope)
    ? refuse(notFound({ zh: '帮扶中心', en: 'aid centre' }, 'aidCentreId'))
    : ok(centre);
}

const stored = ({ from, ...state }: AidCentreState) => ({ ...state, changedOn: storedDate(from) });

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

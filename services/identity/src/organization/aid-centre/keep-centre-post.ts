import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { AidCentre, CentrePost } from '../../generated/prisma/client.ts';
import { findBelonging } from '../belonging/keep-belonging.ts';
import { readLastDay } from '../in-force/in-force.ts';
import { organizationReference, type Announcing } from '../organization/announce-organizations.ts';
import { inForceOf } from '../organization/find-managed.ts';
import { centreRules, decideCentrePost, postWords, type CentrePostInput } from './aid-centre.ts';
import { aidCentres } from './keep-aid-centre.ts';

const managing = { action: 'organization.manage', constraints: centreRules } as const;

/** Records that somebody works at an aid centre from a day on; a public-institution post must be free. */
export function beginCentrePost(
  context: IdentityContext,
  input: CentrePostInput & { readonly aidCentreId: string },
): Promise<Result<CentrePost>> {
  return runCommand(context, managing, async (tx) => {
    const centre = await findBelonging(tx, context, aidCentres, input.aidCentreId);
    if (!centre.ok) return centre;
    const at = context.parts.clock();
    const decided = decideCentrePost(inForceOf(centre.value), input, localDateAt(at));
    if (!decided.ok) return decided;
    const { from, ...person } = decided.value;
    const { organizationId, organizationPath } = centre.value;
    const day = storedDate(from);
    const post = await tx.centrePost.create({
      data: {
        ...person,
        aidCentreId: centre.value.id,
        organizationId,
        organizationPath,
        inForceFrom: day,
        changedOn: day,
      },
    });
    await recordAudit(tx, context, [
      { action: 'centre-post.begin', recordType: 'CentrePost', recordId: post.id, after: { ...decided.value } },
    ]);
    await announceCentrePosts(tx, { ...context, at }, [{ ...post, aidCentre: centre.value }]);
    return ok(post);
  });
}

/** Records the last day of somebody's work at an aid centre. */
export function endCentrePost(
  context: IdentityContext,
  input: { readonly centrePostId: string; readonly to: string },
): Promise<Result<CentrePost>> {
  return runCommand(context, managing, async (tx) => {
    await tx.$queryRaw`select id::text from centre_post where id = ${input.centrePostId}::uuid for update`;
    const found = await tx.centrePost.findUnique({
      where: { id: input.centrePostId },
      include: { aidCentre: { include: { organization: true } } },
    });
    if (found === null || !found.organizationPath.startsWith(context.actor.scope)) {
      return refuse(notFound({ zh: '中心人员', en: 'person of a centre' }, 'centrePostId'));
    }
    const at = context.parts.clock();
    const to = readLastDay(input.to, inForceOf(found), localDateAt(at), postWords);
    if (!to.ok) return to;
    const day = storedDate(to.value);
    const post = await tx.centrePost.update({ where: { id: found.id }, data: { inForceTo: day, changedOn: day } });
    await recordAudit(tx, context, [
      {
        action: 'centre-post.end',
        recordType: 'CentrePost',
        recordId: post.id,
        before: { to: null },
        after: { to: to.value },
      },
    ]);
    await announceCentrePosts(tx, { ...context, at }, [{ ...post, aidCentre: found.aidCentre }]);
    return ok(post);
  });
}

/** Publishes who works at centres and since when, without names, in the transaction that changed it. */
export async function announceCentrePosts(
  tx: Parameters<typeof announce>[0],
  announcing: Announcing,
  posts: readonly (CentrePost & {
    readonly aidCentre: Pick<AidCentre, 'level'> & {
      readonly organization: Parameters<typeof organizationReference>[0];
    };
  })[],
): Promise<void> {
  await announce(
    tx,
    announcing,
    contracts['centre-post-changed.v1'],
    posts.map(({ aidCentre, ...post }) => ({
      organizationPath: post.organizationPath,
      data: {
        centrePostId: post.id,
        aidCentreId: post.aidCentreId,
        organization: organizationReference(aidCentre.organization),
        level: aidCentre.level,
        publicPost: post.publicPost,
        from: readStoredDate(post.inForceFrom),
        to: post.inForceTo && readStoredDate(post.inForceTo),
      },
    })),
  );
}

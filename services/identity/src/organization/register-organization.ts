import { recordAudit } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand, type RequestContext } from '@nuangong/subgraph';
import type { Transaction } from '../builder.ts';
import type { Organization } from '../generated/prisma/client.ts';
import { decideRegistration, type NewOrganization } from './organization.ts';

const codeTaken = () =>
  problem(
    'CODE_TAKEN',
    { zh: '同一上级之下已有这个组织代码，换一个代码', en: 'This code is taken under the same parent. Use another.' },
    'code',
  );

/** Registers an organisation under a parent within the actor's subtree, and tells the other services. */
export function registerOrganization(
  context: RequestContext<Transaction>,
  input: NewOrganization & { readonly parentId: string },
): Promise<Result<Organization>> {
  const constraints = { organization_organization_path_key: codeTaken };
  return runCommand(context, { action: 'organization.manage', constraints }, async (tx) => {
    const parent = await tx.organization.findUnique({ where: { id: input.parentId } });
    if (parent === null || !parent.path.startsWith(context.actor.scope)) {
      return refuse(notFound({ zh: '上级组织', en: 'parent organisation' }, 'parentId'));
    }
    const decided = decideRegistration(input, parent);
    if (!decided.ok) return decided;
    const organization = await tx.organization.create({ data: { ...decided.value, parentId: parent.id } });
    await recordAudit(tx, context, [
      { action: 'organization.register', recordType: 'Organization', recordId: organization.id, after: decided.value },
    ]);
    await announceOrganizations(tx, context, [organization]);
    return ok(organization);
  });
}

/** Tells the other services of organisations, in the transaction that made them. */
export async function announceOrganizations(
  tx: Transaction,
  context: Pick<RequestContext<Transaction>, 'actor' | 'requestId'>,
  organizations: readonly Organization[],
): Promise<void> {
  await announce(
    tx,
    { actor: context.actor, requestId: context.requestId, at: new Date() },
    contracts['organization-registered.v1'],
    organizations.map((organization) => ({
      organizationPath: organization.path,
      data: {
        organization: {
          id: organization.id,
          path: organization.path,
          code: organization.code,
          name: organization.name,
        },
        kind: organization.kind,
        parentId: organization.parentId,
      },
    })),
  );
}

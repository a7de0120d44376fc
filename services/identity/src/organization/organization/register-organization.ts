import { recordAudit, storedDate } from '@nuangong/database';
import { localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Organization } from '../../generated/prisma/client.ts';
import { announceOrganizations } from './announce-organizations.ts';
import { decideRegistration, type NewOrganization } from './organization.ts';

const codeTaken = () =>
  problem(
    'CODE_TAKEN',
    { zh: '同一上级之下已有这个组织代码，换一个代码', en: 'This code is taken under the same parent. Use another.' },
    'code',
  );

/** A closed organisation accepts nothing new. */
export const organizationClosed = (field: string) => () =>
  problem(
    'ORGANIZATION_CLOSED',
    { zh: '所选组织已撤销，换一个在用的组织', en: 'This organisation is closed. Choose an open one.' },
    field,
  );

/** Registers an organisation under a parent within the actor's subtree and publishes the event. */
export function registerOrganization(
  context: IdentityContext,
  input: NewOrganization & { readonly parentId: string },
): Promise<Result<Organization>> {
  const constraints = {
    organization_organization_path_key: codeTaken,
    organization_code_once: codeTaken,
    organization_is_open: organizationClosed('parentId'),
  };
  return runCommand(context, { action: 'organization.manage', constraints }, async (tx) => {
    const parent = await tx.organization.findUnique({ where: { id: input.parentId } });
    if (parent === null || !parent.path.startsWith(context.actor.scope)) {
      return refuse(notFound({ zh: '上级组织', en: 'parent organisation' }, 'parentId'));
    }
    const at = context.parts.clock();
    const decided = decideRegistration(input, parent, localDateAt(at));
    if (!decided.ok) return decided;
    const { from, ...registered } = decided.value;
    const inForceFrom = storedDate(from);
    const organization = await tx.organization.create({
      data: { ...registered, parentId: parent.id, inForceFrom, changedOn: inForceFrom },
    });
    await recordAudit(tx, context, [
      { action: 'organization.register', recordType: 'Organization', recordId: organization.id, after: decided.value },
    ]);
    await announceOrganizations(tx, { ...context, at }, [organization]);
    return ok(organization);
  });
}

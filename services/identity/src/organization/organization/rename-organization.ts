import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Organization } from '../../generated/prisma/client.ts';
import { organizationReference } from './announce-organizations.ts';
import { findManaged, standingOf } from './find-managed.ts';
import { decideRenaming } from './organization.ts';

/** Renames an organisation from a day on and publishes the event; its history keeps the earlier name. */
export function renameOrganization(
  context: IdentityContext,
  input: { readonly organizationId: string; readonly name: string; readonly from?: string | null | undefined },
): Promise<Result<Organization>> {
  return runCommand(context, { action: 'organization.manage' }, async (tx) => {
    const found = await findManaged(tx, context, input.organizationId);
    if (!found.ok) return found;
    const at = context.parts.clock();
    const decided = decideRenaming(standingOf(found.value), input, localDateAt(at));
    if (!decided.ok) return decided;
    const { name, from } = decided.value;
    const renamed = await tx.organization.update({
      where: { id: found.value.id },
      data: { name, changedOn: storedDate(from) },
    });
    await recordAudit(tx, context, [
      {
        action: 'organization.rename',
        recordType: 'Organization',
        recordId: renamed.id,
        before: { name: found.value.name },
        after: { name, from },
      },
    ]);
    await announce(tx, { ...context, at }, contracts['organization-renamed.v1'], [
      { organizationPath: renamed.path, data: { organization: organizationReference(renamed), from } },
    ]);
    return ok(renamed);
  });
}

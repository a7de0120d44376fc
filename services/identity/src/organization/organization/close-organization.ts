import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, problem, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Organization } from '../../generated/prisma/client.ts';
import { organizationReference } from './announce-organizations.ts';
import { findManaged, standingOf } from './find-managed.ts';
import { decideClosing } from './organization.ts';
import { closesAfterItsOwn } from '../in-force/in-force.ts';

const constraints = {
  organization_closes_last: () =>
    problem('OPEN_BELOW', {
      zh: '下级组织尚未撤销，先撤销下级再办理',
      en: 'Organisations below it are still open. Close those first.',
    }),
  organization_closes_without_accounts: () =>
    problem('ACCOUNTS_LEFT', {
      zh: '该组织还有在用账号，先停用账号再撤销',
      en: 'It still has accounts in use. Deactivate those first.',
    }),
  closes_after_its_own: closesAfterItsOwn,
  organization_closes_alone: () =>
    problem('CENTRE_LEFT', {
      zh: '该组织还有在用的帮扶中心、惠民帮扶机构、协作部门或联系人，先撤销或停用再办理',
      en: 'Its aid centre, facilities, departments or contacts are still open. Close those first.',
    }),
};

/** Closes an organisation below the actor's own after a day and publishes the event; its records stay. */
export function closeOrganization(
  context: IdentityContext,
  input: { readonly organizationId: string; readonly to: string },
): Promise<Result<Organization>> {
  return runCommand(context, { action: 'organization.manage', constraints }, async (tx) => {
    const found = await findManaged(tx, context, input.organizationId);
    if (!found.ok) return found;
    const at = context.parts.clock();
    const decided = decideClosing(standingOf(found.value), input, context.actor, localDateAt(at));
    if (!decided.ok) return decided;
    const to = decided.value;
    const closed = await tx.organization.update({
      where: { id: found.value.id },
      data: { inForceTo: storedDate(to), changedOn: storedDate(to) },
    });
    await recordAudit(tx, context, [
      {
        action: 'organization.close',
        recordType: 'Organization',
        recordId: closed.id,
        before: { to: null },
        after: { to },
      },
    ]);
    await announce(tx, { ...context, at }, contracts['organization-closed.v1'], [
      { organizationPath: closed.path, data: { organization: organizationReference(closed), to } },
    ]);
    return ok(closed);
  });
}

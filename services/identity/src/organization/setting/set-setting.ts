import { prismaSql, recordAudit } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { rememberSetting } from '@nuangong/organizations';
import { localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Organization } from '../../generated/prisma/client.ts';
import { organizationReference } from '../organization/announce-organizations.ts';
import { findManaged } from '../organization/find-managed.ts';
import { organizationClosed } from '../organization/register-organization.ts';
import { decideSetting, type SettingInput } from './setting.ts';

const constraints = {
  setting_once_a_day: () =>
    problem(
      'SET_THAT_DAY',
      { zh: '该日已有设置，换一个启用日期', en: 'A setting for this day already exists. Choose another day.' },
      'from',
    ),
};

/** Sets a value for an organisation and its subordinates from a day on, and publishes the event. */
export function setSetting(
  context: IdentityContext,
  input: SettingInput & { readonly organizationId: string },
): Promise<Result<Organization>> {
  return runCommand(context, { action: 'organization.manage', constraints }, async (tx) => {
    const organization = await findManaged(tx, context, input.organizationId);
    if (!organization.ok) return organization;
    if (organization.value.inForceTo !== null) return refuse(organizationClosed('organizationId')());
    const at = context.parts.clock();
    const decided = decideSetting(input, localDateAt(at));
    if (!decided.ok) return decided;
    const { path, id } = organization.value;
    const set = { ...decided.value, setBy: context.actor.staffId, setAt: at.toISOString() };
    const [before] = await tx.$queryRaw<{ value: number | null }[]>`
      select access.setting_of(${path}, ${set.kind}, ${set.from}::date) as value`;
    await rememberSetting(prismaSql(tx), { ...set, organization: { id, path } });
    await recordAudit(tx, context, [
      {
        action: 'setting.set',
        recordType: 'Organization',
        recordId: id,
        before: { kind: set.kind, value: before?.value ?? null },
        after: { kind: set.kind, value: set.value, from: set.from },
      },
    ]);
    await announce(tx, { ...context, at }, contracts['setting-set.v1'], [
      { organizationPath: path, data: { ...set, organization: organizationReference(organization.value) } },
    ]);
    return ok(organization.value);
  });
}

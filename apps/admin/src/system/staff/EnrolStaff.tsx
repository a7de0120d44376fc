import { useState, type ReactElement } from 'react';
import { useGetList } from 'react-admin';
import { useTellAct } from '../account-acts/use-tell-act.ts';
import { useStaff } from '../../base/auth/use-staff.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Role } from '../../base/graph/generated/operation-types.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { enrolStaff } from './commands.ts';
import { RoleTicks } from '../own-account/RoleTicks.tsx';

/** Gives a person an account: unit, account, name, roles, first password. */
export function EnrolStaff({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const tell = useTellAct();
  const staff = useStaff();
  const command = useCommand(enrolStaff);
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const { data: organizations = [] } = useGetList<ItemOf<'organizations'>>('organizations', {
    pagination: { page: 1, perPage: 200 },
  });
  return (
    <FormDialog
      title={say('staff.enrol')}
      consequence={say('staff.enrolConsequence')}
      draft="enrol-staff"
      initial={{ organizationId: staff?.organization.id ?? '' }}
      command={command}
      onCancel={onClose}
      missing={roles.length === 0 ? [{ name: 'roles', label: say('staff.roles') }] : []}
      fields={[
        {
          name: 'organizationId',
          label: say('staff.organization'),
          kind: 'choice',
          choices: organizations.map(({ id, name }) => ({ value: id, word: name })),
        },
        { name: 'name', label: say('staff.name') },
        { name: 'username', label: say('staff.username') },
        { name: 'officePhone', label: say('staff.officePhone'), optional: true, help: say('staff.officePhoneHelp') },
        { name: 'password', label: say('staff.password'), kind: 'secret', help: say('staff.passwordHelp') },
      ]}
      onSend={async ({ organizationId = '', name = '', username = '', password = '', officePhone = '' }) => {
        const enrolled = await command.run({
          organizationId,
          name: name.trim(),
          username: username.trim(),
          password,
          officePhone,
          roles: [...roles],
        });
        if (enrolled === undefined) return false;
        tell(enrolled.act, { kind: 'ENROL', name: name.trim(), done: say('staff.enrolled', { name: name.trim() }) });
        onClose();
        return true;
      }}
    >
      <RoleTicks roles={roles} problem={command.problemOf('roles')} onChange={setRoles} />
    </FormDialog>
  );
}

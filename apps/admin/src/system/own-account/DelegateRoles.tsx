import { useState, type ReactElement } from 'react';
import { useGetList, useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Role } from '../../base/graph/generated/operation-types.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RoleTicks } from './RoleTicks.tsx';
import { delegateRoles } from './commands.ts';

/** Whose roles may be lent. */
export interface Lender {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly organizationId: string;
}

/** Lends roles to a colleague of the same unit, from a day to a day. */
export function DelegateRoles({
  lender,
  onClose,
}: {
  readonly lender: Lender;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(delegateRoles);
  const lendable = lender.roles.filter((role) => role !== 'ADMINISTRATOR');
  const [roles, setRoles] = useState<readonly Role[]>(lendable.length === 1 ? lendable : []);
  const { data: staff = [] } = useGetList<ItemOf<'staff'>>('staff', {
    filter: { organizationId: lender.organizationId },
    pagination: { page: 1, perPage: 200 },
  });
  const colleagues = staff.filter(({ id, active }) => active && id !== lender.id);
  return (
    <FormDialog
      title={say('ownAccount.delegate')}
      consequence={say('ownAccount.delegateConsequence')}
      draft={`delegate-roles-${lender.id}`}
      initial={{ firstDay: today(new Date()), lastDay: today(new Date()) }}
      command={command}
      onCancel={onClose}
      missing={roles.length === 0 ? [{ name: 'roles', label: say('ownAccount.roles') }] : []}
      fields={[
        {
          name: 'toStaffId',
          label: say('ownAccount.to'),
          kind: 'choice',
          choices: colleagues.map(({ id, name, username }) => ({ value: id, word: `${name}（${username}）` })),
        },
        { name: 'firstDay', label: say('ownAccount.firstDay'), kind: 'date' },
        { name: 'lastDay', label: say('ownAccount.lastDay'), kind: 'date' },
        { name: 'reason', label: say('ownAccount.reason') },
      ]}
      onSend={async ({ toStaffId = '', firstDay = '', lastDay = '', reason = '' }) => {
        const input = { fromStaffId: lender.id, toStaffId, roles: [...roles], firstDay, lastDay, reason };
        const lent = await command.run(input);
        if (lent === undefined) return false;
        const nameOf = (id: string): string => staff.find((one) => one.id === id)?.name ?? '';
        if (lent.act === null) notify(say('ownAccount.delegated', { name: nameOf(toStaffId) }), { type: 'success' });
        else
          notify(say('accountAct.askedLoan', { name: nameOf(lender.id) }), { type: 'info', autoHideDuration: 10_000 });
        onClose();
        return true;
      }}
    >
      <RoleTicks roles={roles} among={lendable} problem={command.problemOf('roles')} onChange={setRoles} />
    </FormDialog>
  );
}

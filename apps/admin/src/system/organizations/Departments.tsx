import type { ReactElement } from 'react';
import { departmentKindsQuery } from '../../base/graph/generated/organizations.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken } from '../../base/i18n/use-words.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { Belongings } from './Belongings.tsx';
import {
  changeContact,
  changeDepartment,
  closeContact,
  closeDepartment,
  registerContact,
  registerDepartment,
} from './commands.ts';

interface Props {
  readonly organization: DetailOf<'organizations'>;
  readonly mayManage: boolean;
}

/** The departments that an organisation works with, closed ones with their last day. */
export function Departments({ organization, mayManage }: Props): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const { data } = useAnswer(departmentKindsQuery, {}, { enabled: mayManage });
  const kinds = data?.departmentKinds ?? [];
  return (
    <Belongings
      kind="department"
      organizationId={organization.id}
      mayManage={mayManage}
      rows={organization.departments}
      words={{
        caption: say('departments.departments'),
        empty: say('departments.noDepartments'),
        register: say('departments.register'),
        change: say('departments.change'),
        close: say('departments.close'),
        closeConsequence: (name) => say('departments.closeConsequence', { name }),
      }}
      columns={[
        { head: say('organizations.name'), cell: (department) => department.name },
        { head: say('organizations.kind'), cell: ({ kind }) => spoken(kind.name, kind.nameEn) },
      ]}
      fields={[
        { name: 'name', label: say('organizations.name') },
        {
          name: 'kind',
          label: say('organizations.kind'),
          kind: 'choice',
          choices: kinds.map(({ code, name, nameEn }) => ({ value: code, word: spoken(name, nameEn) })),
        },
      ]}
      initial={{ kind: kinds[0]?.code ?? '' }}
      typedOf={({ name, kind }) => ({ name, kind: kind.code })}
      stateOf={({ name = '', kind = '' }) => ({ name: name.trim(), kind })}
      register={registerDepartment}
      change={(departmentId, input) => changeDepartment({ departmentId, ...input })}
      close={(departmentId, to) => closeDepartment({ departmentId, to })}
    />
  );
}

const ownContact = 'OWN';

/** Whom to call at an organisation and at its departments, closed ones with their last day. */
export function Contacts({ organization, mayManage }: Props): ReactElement {
  const say = useWords();
  const own = say('departments.ownContact');
  const open = organization.departments.filter(({ inForceTo }) => inForceTo === null);
  return (
    <Belongings
      kind="contact"
      organizationId={organization.id}
      mayManage={mayManage}
      rows={organization.contacts}
      words={{
        caption: say('departments.contacts'),
        empty: say('departments.noContacts'),
        register: say('departments.registerContact'),
        change: say('departments.changeContact'),
        close: say('departments.closeContact'),
        closeConsequence: (name) => say('departments.closeContactConsequence', { name }),
      }}
      columns={[
        { head: say('organizations.personName'), cell: (contact) => contact.name },
        { head: say('organizations.duty'), cell: (contact) => contact.duty },
        { head: say('organizations.phone'), cell: (contact) => contact.phone },
        { head: say('departments.of'), cell: (contact) => contact.department?.name ?? own },
      ]}
      fields={[
        { name: 'name', label: say('organizations.personName') },
        { name: 'duty', label: say('organizations.duty'), optional: true },
        { name: 'phone', label: say('organizations.phone') },
        {
          name: 'departmentId',
          label: say('departments.of'),
          kind: 'choice',
          choices: [{ value: ownContact, word: own }, ...open.map(({ id, name }) => ({ value: id, word: name }))],
        },
      ]}
      initial={{ departmentId: ownContact }}
      typedOf={({ name, duty, phone, department }) => ({
        name,
        duty,
        phone,
        departmentId: department?.id ?? ownContact,
      })}
      stateOf={({ name = '', duty = '', phone = '', departmentId = ownContact }) => ({
        name: name.trim(),
        duty: duty.trim(),
        phone: phone.trim(),
        departmentId: departmentId === ownContact ? null : departmentId,
      })}
      register={registerContact}
      change={(contactId, input) => changeContact({ contactId, ...input })}
      close={(contactId, to) => closeContact({ contactId, to })}
    />
  );
}

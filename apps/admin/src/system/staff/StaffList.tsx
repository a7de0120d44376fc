import type { ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { EnrolStaff } from './EnrolStaff.tsx';
import { allRoles } from '../own-account/RoleTicks.tsx';

type Row = ItemOf<'staff'>;

/** Everyone with an account, their roles and unit. */
export default function StaffList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const tag = (each: Row): ReactElement => (
    <StatusTag tone={each.active ? 'done' : 'still'} word={say(each.active ? 'staff.active' : 'staff.inactive')} />
  );
  const rolesOf = (each: Row): string => each.roles.map((role) => term('role', role)).join('、');
  return (
    <ListPage
      texts="staff"
      resource="staff"
      starts={[
        {
          may: 'staff.manage',
          words: say('staff.enrol'),
          dialog: (onClose) => <EnrolStaff onClose={onClose} />,
        },
      ]}
      searchWords={say('staff.search')}
      filters={[
        {
          name: 'role',
          label: say('staff.roles'),
          all: say('staff.allRoles'),
          choices: allRoles.map((value) => ({ value, word: term('role', value) })),
        },
      ]}
      phone={(each) => ({
        name: each.name,
        detail: `${rolesOf(each)} · ${each.organization.name}`,
        mark: tag(each),
      })}
      columns={[
        { head: say('staff.name'), cell: (each) => each.name, link: true },
        { head: say('staff.username'), cell: (each) => each.username },
        { head: say('staff.roles'), cell: rolesOf },
        { head: say('staff.organization'), cell: (each) => each.organization.name },
        { head: say('staff.status'), cell: tag },
        { head: say('staff.lastSignedInAt'), cell: (each) => moment(each.lastSignedInAt) },
      ]}
    />
  );
}

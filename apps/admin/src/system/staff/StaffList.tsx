import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { EnrolStaff } from './EnrolStaff.tsx';
import { allRoles } from '../own-account/RoleTicks.tsx';

type Row = ItemOf<'staff'>;

/** Everyone with an account, their roles and unit. */
export default function StaffList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [enrolling, setEnrolling] = useState(false);
  const enrol = can('staff.manage') ? (
    <Button variant="contained" onClick={() => setEnrolling(true)}>
      {say('staff.enrol')}
    </Button>
  ) : null;
  const tag = (each: Row): ReactElement => (
    <StatusTag tone={each.active ? 'done' : 'still'} word={say(each.active ? 'staff.active' : 'staff.inactive')} />
  );
  const rolesOf = (each: Row): string => each.roles.map((role) => term('role', role)).join('、');
  return (
    <>
      <ListPage<Row>
        resource="staff"
        title={say('staff.title')}
        lead={say('staff.lead')}
        actions={enrol}
        searchWords={say('staff.search')}
        filters={
          <FilterSelect
            name="role"
            label={say('staff.roles')}
            all={say('staff.allRoles')}
            choices={allRoles.map((value) => ({ value, word: term('role', value) }))}
          />
        }
        empty={<EmptyState title={say('staff.emptyTitle')} why={say('staff.emptyWhy')} action={enrol} />}
        phone={(each) => ({
          to: `/staff/${each.id}`,
          name: each.name,
          detail: `${rolesOf(each)} · ${each.organization.name}`,
          mark: tag(each),
        })}
      >
        <DataTable.Col
          label={say('staff.name')}
          render={(each: Row) => <Link to={`/staff/${each.id}`}>{each.name}</Link>}
        />
        <DataTable.Col label={say('staff.username')} render={(each: Row) => each.username} />
        <DataTable.Col label={say('staff.roles')} render={rolesOf} />
        <DataTable.Col label={say('staff.organization')} render={(each: Row) => each.organization.name} />
        <DataTable.Col label={say('staff.status')} render={tag} />
        <DataTable.Col label={say('staff.lastSignedInAt')} render={(each: Row) => moment(each.lastSignedInAt)} />
      </ListPage>
      {enrolling ? <EnrolStaff onClose={() => setEnrolling(false)} /> : null}
    </>
  );
}

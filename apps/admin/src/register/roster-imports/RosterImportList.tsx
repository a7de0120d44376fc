import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { ChooseRoster } from './ChooseRoster.tsx';
import { PutAway } from './PutAway.tsx';
import { RosterTag } from './RosterTag.tsx';

type Row = ItemOf<'roster-imports'>;

/** The uploaded rosters, each with a link, and the field to upload another. */
export default function RosterImportList(): ReactElement {
  const say = useWords();
  return (
    <ListPage<Row>
      resource="roster-imports"
      title={say('roster.title')}
      lead={say('roster.lead')}
      filters={
        <>
          <ChooseRoster />
          <FilterSelect
            name="place"
            label={say('roster.place')}
            all={say('roster.listed')}
            choices={[{ value: 'PUT_AWAY', word: say('roster.putAwayOnes') }]}
          />
        </>
      }
      empty={<EmptyState title={say('roster.emptyTitle')} why={say('roster.emptyWhy')} />}
      phone={(row) => ({
        to: `/roster-imports/${row.id}`,
        name: row.fileName,
        detail: moment(row.uploadedAt),
        mark: <RosterTag status={row.status} />,
      })}
    >
      <DataTable.Col
        source="fileName"
        label={say('roster.file')}
        disableSort
        render={(row: Row) => <Link to={`/roster-imports/${row.id}`}>{row.fileName}</Link>}
      />
      <DataTable.Col
        source="status"
        label={say('roster.status')}
        disableSort
        render={(row: Row) => <RosterTag status={row.status} />}
      />
      <DataTable.Col source="rowsTotal" label={say('roster.rows')} disableSort align="right" />
      <DataTable.Col source="accepted" label={say('roster.accepted')} disableSort align="right" />
      <DataTable.Col source="rejected" label={say('roster.rejected')} disableSort align="right" />
      <DataTable.Col source="differing" label={say('roster.differing')} disableSort align="right" />
      <DataTable.Col source="alreadyPresent" label={say('roster.alreadyPresent')} disableSort align="right" />
      <DataTable.Col source="uploadedBy" label={say('roster.uploadedBy')} disableSort />
      <DataTable.Col
        source="uploadedAt"
        label={say('roster.uploadedAt')}
        disableSort
        render={(row: Row) => moment(row.uploadedAt)}
      />
      <DataTable.Col
        source="isPutAway"
        label={say('roster.putAway')}
        disableSort
        render={(row: Row) => <PutAway roster={row} />}
      />
    </ListPage>
  );
}

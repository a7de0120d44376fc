import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { PostingTag } from './PostingTag.tsx';
import { PublishPosting } from './PublishPosting.tsx';

type Row = ItemOf<'postings'>;

/** The public postings, each with its period and its objections. */
export default function PostingList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const publish = can('posting.publish') ? <PublishPosting /> : null;
  const clock = (row: Row): string =>
    row.status === 'RUNNING'
      ? say('posting.running', { to: row.to })
      : row.status === 'ENDED'
        ? say('posting.ended')
        : '—';
  return (
    <ListPage<Row>
      resource="postings"
      title={say('posting.title')}
      lead={say('posting.lead')}
      actions={publish}
      empty={<EmptyState title={say('posting.emptyTitle')} why={say('posting.emptyWhy')} />}
      phone={(row) => ({
        to: `/postings/${row.id}`,
        name: row.place,
        detail: `${row.from} – ${row.to}`,
        mark: <PostingTag status={row.status} />,
      })}
    >
      <DataTable.Col
        source="place"
        label={say('posting.place')}
        disableSort
        render={(row: Row) => <Link to={`/postings/${row.id}`}>{row.place}</Link>}
      />
      <DataTable.Col source="organizationName" label={say('posting.organization')} disableSort />
      <DataTable.Col
        source="from"
        label={say('posting.period')}
        disableSort
        render={(row: Row) => say('posting.periodText', { from: row.from, to: row.to, days: row.workingDays })}
      />
      <DataTable.Col source="caseFileCount" label={say('posting.count')} disableSort align="right" />
      <DataTable.Col
        source="openObjections"
        label={say('posting.objections')}
        disableSort
        render={(row: Row) =>
          row.openObjections === 0
            ? say('posting.noObjections')
            : say('posting.openObjections', { count: row.openObjections })
        }
      />
      <DataTable.Col source="to" label={say('posting.clock')} disableSort render={clock} />
      <DataTable.Col
        source="status"
        label={say('posting.status')}
        disableSort
        render={(row: Row) => <PostingTag status={row.status} />}
      />
    </ListPage>
  );
}

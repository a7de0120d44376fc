import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { Moment } from '../../base/display/Moment.tsx';
import { amount, money } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { MoneyTag } from './MoneyTag.tsx';

type Row = ItemOf<'batches'>;

const statuses = ['PREPARED', 'APPROVED', 'PAID', 'RETURNED'] as const;

/** Batches of payments and how far each is. */
export default function BatchList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const who = (name: string | null, at: string | null) => (name === null ? '—' : <Moment who={name} at={at} />);
  return (
    <ListPage<Row>
      resource="batches"
      title={say('batches.title')}
      lead={say('batches.lead')}
      filters={
        <FilterSelect
          name="status"
          label={say('batches.status')}
          all={say('batches.allStatuses')}
          choices={statuses.map((value) => ({ value, word: term('batchStatus', value) }))}
        />
      }
      empty={
        <EmptyState
          title={say('batches.emptyTitle')}
          why={say('batches.emptyWhy')}
          action={
            <Button variant="contained" component={Link} to="/grants">
              {say('batches.toGrants')}
            </Button>
          }
        />
      }
      phone={(batch) => ({
        to: `/batches/${batch.id}`,
        name: batch.number,
        detail: `${say('batches.countOf', { count: batch.paymentCount })} · ${money(batch.total)}`,
        mark: <MoneyTag of="batchStatus" status={batch.status} />,
      })}
    >
      <DataTable.Col
        label={say('batches.number')}
        render={(batch: Row) => <Link to={`/batches/${batch.id}`}>{batch.number}</Link>}
      />
      <DataTable.Col
        label={say('batches.status')}
        render={(batch: Row) => <MoneyTag of="batchStatus" status={batch.status} />}
      />
      <DataTable.Col align="right" label={say('batches.count')} render={(batch: Row) => batch.paymentCount} />
      <DataTable.Col align="right" label={say('batches.total')} render={(batch: Row) => amount(batch.total)} />
      <DataTable.Col
        label={say('batches.preparedBy')}
        render={(batch: Row) => who(batch.preparedBy, batch.preparedAt)}
      />
      <DataTable.Col
        label={say('batches.approvedBy')}
        render={(batch: Row) => who(batch.approvedBy, batch.approvedAt)}
      />
      <DataTable.Col label={say('batches.paidBy')} render={(batch: Row) => who(batch.paidBy, batch.paidAt)} />
      <DataTable.Col label={say('funds.organization')} render={(batch: Row) => batch.organizationName} />
    </ListPage>
  );
}

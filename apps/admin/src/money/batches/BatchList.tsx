import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { Moment } from '../../base/display/Moment.tsx';
import { amount, money } from '../../base/display/money.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { MoneyTag } from './MoneyTag.tsx';

const statuses = ['PREPARED', 'APPROVED', 'PAID', 'RETURNED'] as const;

/** Batches of payments and how far each is. */
export default function BatchList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const who = (name: string | null, at: string | null) => (name === null ? '—' : <Moment who={name} at={at} />);
  return (
    <ListPage
      texts="batches"
      resource="batches"
      filters={[
        {
          name: 'status',
          label: say('batches.status'),
          all: say('batches.allStatuses'),
          choices: statuses.map((value) => ({ value, word: term('batchStatus', value) })),
        },
      ]}
      firstStep={
        <Button variant="contained" component={Link} to="/grants">
          {say('batches.toGrants')}
        </Button>
      }
      phone={(batch) => ({
        name: batch.number,
        detail: `${say('batches.countOf', { count: batch.paymentCount })} · ${money(batch.total)}`,
        mark: <MoneyTag of="batchStatus" status={batch.status} />,
      })}
      columns={[
        { head: say('batches.number'), sort: 'NUMBER', cell: (batch) => batch.number, link: true },
        { head: say('batches.status'), cell: (batch) => <MoneyTag of="batchStatus" status={batch.status} /> },
        { head: say('batches.count'), right: true, cell: (batch) => batch.paymentCount },
        { head: say('batches.total'), sort: 'TOTAL', right: true, cell: (batch) => amount(batch.total) },
        { head: say('batches.preparedBy'), sort: 'PREPARED', cell: (batch) => who(batch.preparedBy, batch.preparedAt) },
        { head: say('batches.approvedBy'), cell: (batch) => who(batch.approvedBy, batch.approvedAt) },
        { head: say('batches.paidBy'), cell: (batch) => who(batch.paidBy, batch.paidAt) },
        { head: say('funds.organization'), cell: (batch) => batch.organizationName },
      ]}
    />
  );
}

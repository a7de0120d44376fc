import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount, money } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { fundSources } from './fund-sources.ts';
import { PendingEntries } from '../pending-entries/PendingEntries.tsx';
import { OpenFund } from './OpenFund.tsx';

type Row = ItemOf<'funds'>;

/** Funds with the balance, the committed amount and the rest of each. */
export default function FundList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [opening, setOpening] = useState(false);
  const open = can('receipt.record') ? (
    <Button variant="contained" onClick={() => setOpening(true)}>
      {say('funds.open')}
    </Button>
  ) : null;
  return (
    <>
      <PendingEntries />
      <ListPage<Row>
        resource="funds"
        title={say('funds.title')}
        lead={say('funds.lead')}
        actions={open}
        searchWords={say('funds.search')}
        filters={
          <FilterSelect
            name="source"
            label={say('funds.source')}
            all={say('funds.allSources')}
            choices={fundSources.map((value) => ({ value, word: term('fundSource', value) }))}
          />
        }
        empty={<EmptyState title={say('funds.emptyTitle')} why={say('funds.emptyWhy')} action={open} />}
        phone={(fund) => ({
          to: `/funds/${fund.id}`,
          name: fund.name,
          detail: `${term('fundSource', fund.source)} · ${say('funds.available')} ${amount(fund.available)}`,
        })}
      >
        <DataTable.Col
          label={say('funds.name')}
          render={(fund: Row) => <Link to={`/funds/${fund.id}`}>{fund.name}</Link>}
        />
        <DataTable.Col label={say('funds.source')} render={(fund: Row) => term('fundSource', fund.source)} />
        <DataTable.Col label={say('funds.organization')} render={(fund: Row) => fund.organizationName} />
        <DataTable.Col align="right" label={say('funds.year')} render={(fund: Row) => String(fund.year)} />
        <DataTable.Col align="right" label={say('funds.balance')} render={(fund: Row) => amount(fund.balance)} />
        <DataTable.Col align="right" label={say('funds.committed')} render={(fund: Row) => amount(fund.committed)} />
        <DataTable.Col
          align="right"
          label={say('funds.available')}
          render={(fund: Row) => <strong title={money(fund.available)}>{amount(fund.available)}</strong>}
        />
      </ListPage>
      {opening ? <OpenFund onClose={() => setOpening(false)} /> : null}
    </>
  );
}

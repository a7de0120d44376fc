import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { Moment } from '../../base/display/Moment.tsx';
import { amount, money } from '../../base/display/money.ts';
import { fundsWorkQuery } from '../../base/graph/generated/batches.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { HoldLines, useHoldInWords } from './HoldNotice.tsx';
import { MoneyTag } from './MoneyTag.tsx';
import { usePartsInWords } from '../../base/display/PartsTable.tsx';
import { PrepareBatch } from './PrepareBatch.tsx';

type Row = ItemOf<'grants'>;

const statuses = ['COMMITTED', 'HELD', 'AWAITING_FUNDS', 'IN_BATCH', 'PAID', 'RELEASED'] as const;
/** Filters for grants that wait for a second person, listed beside the statuses. */
const waiting = ['PROPOSED', 'RETURN_CLAIMED'] as const;

const statusOf = (grant: Row): string => (grant.holds.length > 0 ? 'HELD' : grant.status);

/** Approved grants not yet paid; committed ones go into a batch. */
export default function GrantList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const inWords = usePartsInWords();
  const holdInWords = useHoldInWords();
  const [preparing, setPreparing] = useState(false);
  const work = useAnswer(fundsWorkQuery, {}).data?.fundsWork;
  const count = work?.grantsCommitted ?? 0;
  return (
    <>
      <ListPage<Row>
        resource="grants"
        title={say('grants.title')}
        lead={
          work === undefined || count === 0
            ? say('grants.lead')
            : say('grants.committedLine', { count, amount: amount(work.grantsCommittedAmount) })
        }
        actions={
          can('batch.prepare') && count > 0 ? (
            <Button variant="contained" onClick={() => setPreparing(true)}>
              {say('grants.prepare', { count })}
            </Button>
          ) : null
        }
        searchWords={say('grants.search')}
        filters={
          <FilterSelect
            name="status"
            label={say('grants.status')}
            all={say('grants.allStatuses')}
            choices={[
              ...statuses.map((value) => ({ value, word: term('grantStatus', value) })),
              ...waiting.map((value) => ({ value, word: say(`grants.${value}`) })),
            ]}
          />
        }
        empty={<EmptyState title={say('grants.emptyTitle')} why={say('grants.emptyWhy')} />}
        phone={(grant) => ({
          to: `/grants/${grant.id}`,
          name: `${grant.payeeName} ${money(grant.amount)}`,
          detail: grant.holds[0] === undefined ? grant.unitName : holdInWords(grant.holds[0]),
          mark: <MoneyTag of="grantStatus" status={statusOf(grant)} />,
        })}
      >
        <DataTable.Col
          label={say('grants.payee')}
          render={(grant: Row) => <Link to={`/grants/${grant.id}`}>{grant.payeeName}</Link>}
        />
        <DataTable.Col
          label={say('grants.status')}
          render={(grant: Row) => (
            <>
              <MoneyTag of="grantStatus" status={statusOf(grant)} />
              <HoldLines holds={grant.holds} />
            </>
          )}
        />
        <DataTable.Col align="right" label={say('grants.amount')} render={(grant: Row) => amount(grant.amount)} />
        <DataTable.Col
          label={say('grants.parts')}
          render={(grant: Row) =>
            grant.missing === null ? inWords(grant.parts) : say('grants.missing', { amount: amount(grant.missing) })
          }
        />
        <DataTable.Col label={say('grants.unit')} render={(grant: Row) => grant.unitName} />
        <DataTable.Col label={say('grants.approvedBy')} render={(grant: Row) => grant.approvedBy} />
        <DataTable.Col label={say('grants.approvedAt')} render={(grant: Row) => <Moment at={grant.approvedAt} />} />
        <DataTable.Col label={say('grants.aidType')} render={(grant: Row) => term('aidType', grant.aidType)} />
      </ListPage>
      {preparing ? <PrepareBatch onClose={() => setPreparing(false)} /> : null}
    </>
  );
}

import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { ApplicationTag } from '../../base/display/ApplicationTag.tsx';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import { campaignListQuery } from '../../base/graph/generated/campaigns.ts';
import type { ApplicationStatus } from '../../base/graph/generated/operation-types.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';

type Row = ItemOf<'applications'>;

const statuses: readonly ApplicationStatus[] = [
  'COUNTY_REVIEW',
  'CITY_REVIEW',
  'RETURNED',
  'APPROVED',
  'AWAITING_FUNDS',
  'FUNDED',
  'PAID',
  'FOLLOWED_UP',
  'REJECTED',
  'WITHDRAWN',
  'SUSPENDED',
  'LAPSED',
];

const to = (row: Row): string => `/applications/${row.id}`;

/** Every application within reach, whatever became of it. */
export default function ApplicationList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const campaigns = useAnswer(campaignListQuery, { page: 1, perPage: 50 }).data?.campaigns.items ?? [];
  return (
    <ListPage<Row>
      resource="applications"
      title={say('applications.title')}
      lead={say('applications.lead')}
      searchWords={say('applications.search')}
      filters={
        <>
          <FilterSelect
            name="statuses"
            many
            label={say('applications.status')}
            all={say('applications.allStatuses')}
            choices={statuses.map((value) => ({ value, word: say(`applicationStatus.${value}`) }))}
          />
          {campaigns.length === 0 ? null : (
            <FilterSelect
              name="campaignId"
              label={say('approval.campaign')}
              all={say('approval.allCampaigns')}
              choices={campaigns.map(({ id, name }) => ({ value: id, word: name }))}
            />
          )}
        </>
      }
      empty={<EmptyState title={say('applications.emptyTitle')} why={say('applications.emptyWhy')} />}
      phone={(row) => ({
        to: to(row),
        name: row.headName,
        detail: `${row.number} · ${amount(row.amount)}`,
        mark: <ApplicationTag status={row.status} />,
      })}
    >
      <DataTable.Col
        source="headName"
        label={say('applications.household')}
        disableSort
        render={(row: Row) => (
          <>
            <Link to={to(row)}>{row.headName}</Link>
            <Box sx={{ color: 'text.secondary' }}>{row.number}</Box>
          </>
        )}
      />
      <DataTable.Col source="unitName" label={say('household.unit')} disableSort />
      <DataTable.Col
        source="campaign.name"
        label={say('applications.under')}
        disableSort
        render={(row: Row) => row.campaign?.name ?? term('aidType', row.aidType)}
      />
      <DataTable.Col
        source="amount"
        label={say('approval.amount')}
        align="right"
        disableSort
        render={(row: Row) => amount(row.amount)}
      />
      <DataTable.Col
        source="status"
        label={say('applications.status')}
        disableSort
        render={(row: Row) => <ApplicationTag status={row.status} />}
      />
      <DataTable.Col
        source="putForwardBy"
        label={say('approval.putForward')}
        disableSort
        render={(row: Row) => `${row.putForwardBy} ${moment(row.putForwardAt)}`}
      />
      <DataTable.Col source="organizationName" label={say('applications.organization')} disableSort />
    </ListPage>
  );
}

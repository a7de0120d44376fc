import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { ApplicationTag } from '../../base/display/ApplicationTag.tsx';
import { moment } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { campaignListQuery } from '../../base/graph/generated/campaigns.ts';
import type { ApplicationStatus } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import type { ListFilter } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';

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

/** Every application within reach, whatever became of it. */
export default function ApplicationList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const campaigns = useAnswer(campaignListQuery, { page: 1, perPage: 50 }).data?.campaigns.items ?? [];
  const campaignFilter: readonly ListFilter[] =
    campaigns.length === 0
      ? []
      : [
          {
            name: 'campaignId',
            label: say('approval.campaign'),
            all: say('approval.allCampaigns'),
            choices: campaigns.map(({ id, name }) => ({ value: id, word: name })),
          },
        ];
  return (
    <ListPage
      texts="applications"
      resource="applications"
      searchWords={say('applications.search')}
      filters={[
        {
          name: 'statuses',
          many: true,
          label: say('applications.status'),
          all: say('applications.allStatuses'),
          choices: statuses.map((value) => ({ value, word: say(`applicationStatus.${value}`) })),
        },
        ...campaignFilter,
      ]}
      phone={(row) => ({
        name: row.headName,
        detail: `${row.number} · ${amount(row.amount)}`,
        mark: <ApplicationTag status={row.status} />,
      })}
      columns={[
        {
          head: say('applications.household'),
          sort: 'HEAD',
          cell: (row) => (
            <>
              <Link to={`/applications/${row.id}`}>{row.headName}</Link>
              <Box sx={{ color: 'text.secondary' }}>{row.number}</Box>
            </>
          ),
        },
        { head: say('household.unit'), sort: 'UNIT', cell: (row) => row.unitName },
        { head: say('applications.under'), cell: (row) => row.campaign?.name ?? term('aidType', row.aidType) },
        { head: say('approval.amount'), sort: 'AMOUNT', right: true, cell: (row) => amount(row.amount) },
        { head: say('applications.status'), cell: (row) => <ApplicationTag status={row.status} /> },
        {
          head: say('approval.putForward'),
          sort: 'PUT_FORWARD',
          cell: (row) => `${row.putForwardBy} ${moment(row.putForwardAt)}`,
        },
        { head: say('applications.organization'), cell: (row) => row.organizationName },
      ]}
    />
  );
}

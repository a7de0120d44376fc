import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { CampaignTag } from './CampaignTag.tsx';

type Row = ItemOf<'campaigns'>;

/** The campaigns within reach. */
export default function CampaignList(): ReactElement {
  const say = useWords();
  const can = useCan();
  return (
    <ListPage<Row>
      resource="campaigns"
      title={say('campaign.title')}
      actions={
        can('campaign.open') ? (
          <Button variant="contained" component={Link} to="/campaigns/open">
            {say('campaign.open')}
          </Button>
        ) : null
      }
      empty={<EmptyState title={say('campaign.emptyTitle')} why={say('campaign.emptyWhy')} />}
      phone={(row) => ({
        to: `/campaigns/${row.id}`,
        name: row.name,
        detail: say('campaign.periodText', { from: row.from, to: row.to }),
        mark: <CampaignTag status={row.status} />,
      })}
    >
      <DataTable.Col
        source="name"
        label={say('campaign.name')}
        disableSort
        render={(row: Row) => <Link to={`/campaigns/${row.id}`}>{row.name}</Link>}
      />
      <DataTable.Col source="organizationName" label={say('campaign.organization')} disableSort />
      <DataTable.Col
        source="from"
        label={say('campaign.period')}
        disableSort
        render={(row: Row) => say('campaign.periodText', { from: row.from, to: row.to })}
      />
      <DataTable.Col
        source="standard"
        label={say('campaign.standard')}
        disableSort
        align="right"
        render={(row: Row) => amount(row.standard)}
      />
      <DataTable.Col
        source="budget"
        label={say('campaign.budget')}
        disableSort
        align="right"
        render={(row: Row) => amount(row.budget)}
      />
      <DataTable.Col
        source="status"
        label={say('campaign.status')}
        disableSort
        render={(row: Row) => <CampaignTag status={row.status} />}
      />
    </ListPage>
  );
}

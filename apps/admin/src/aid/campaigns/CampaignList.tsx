import type { ReactElement } from 'react';
import { amount } from '../../base/display/money.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { CampaignTag } from './CampaignTag.tsx';

/** The campaigns within reach. */
export default function CampaignList(): ReactElement {
  const say = useWords();
  return (
    <ListPage
      texts={{
        title: say('campaign.title'),
        emptyTitle: say('campaign.emptyTitle'),
        emptyWhy: say('campaign.emptyWhy'),
      }}
      resource="campaigns"
      starts={[{ may: 'campaign.open', words: say('campaign.open'), to: '/campaigns/open' }]}
      phone={(row) => ({
        name: row.name,
        detail: say('campaign.periodText', { from: row.from, to: row.to }),
        mark: <CampaignTag status={row.status} />,
      })}
      columns={[
        { head: say('campaign.name'), cell: (row) => row.name, link: true },
        { head: say('campaign.organization'), cell: (row) => row.organizationName },
        { head: say('campaign.period'), cell: (row) => say('campaign.periodText', { from: row.from, to: row.to }) },
        { head: say('campaign.standard'), right: true, cell: (row) => amount(row.standard) },
        { head: say('campaign.budget'), right: true, cell: (row) => amount(row.budget) },
        { head: say('campaign.status'), cell: (row) => <CampaignTag status={row.status} /> },
      ]}
    />
  );
}

import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import { today } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import type { Step } from '../../base/record/Steps.tsx';
import { ClauseReference } from '../eligibility-decisions/ClauseReference.tsx';
import { CampaignCandidates } from './CampaignCandidates.tsx';
import { CampaignFunnel } from './CampaignFunnel.tsx';
import { CampaignTag } from './CampaignTag.tsx';
import { PutForwardList } from './PutForwardList.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

type Campaign = DetailOf<'campaigns'>;

/** One campaign: its phases, categories and amounts, each county's funnel, and putting the list forward. */
export default recordPage('campaigns', function CampaignRecord({ record: campaign }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const can = useCan();
  const now = today(new Date());
  const steps: readonly Step[] = campaign.phases.map((phase) => ({
    name: spoken(phase.name, phase.nameEn),
    state: now > phase.to ? 'done' : now >= phase.from ? 'now' : 'coming',
    who: say('campaign.periodText', { from: phase.from, to: phase.to }),
  }));
  return (
    <RecordPage
      title={campaign.name}
      lead={<span>{campaign.organizationName}</span>}
      tags={<CampaignTag status={campaign.status} />}
      actions={
        campaign.status === 'OPEN' && can('application.put-forward') ? (
          <PutForwardList campaignId={campaign.id} standard={campaign.standard} />
        ) : null
      }
      steps={steps}
      facts={[
        { name: say('campaign.period'), value: say('campaign.periodText', { from: campaign.from, to: campaign.to }) },
        { name: say('campaign.standard'), value: amount(campaign.standard) },
        { name: say('campaign.budget'), value: amount(campaign.budget) },
        { name: say('campaign.book'), value: campaign.book?.organizationName ?? say('campaign.nearestBook') },
        {
          name: say('campaign.policy'),
          value: say('campaign.policyText', {
            name: spoken(campaign.policy.name, campaign.policy.nameEn),
            source: campaign.policy.source,
          }),
        },
      ]}
      tabs={[
        {
          key: 'funnel',
          name: say('campaign.tabFunnel'),
          content: <CampaignFunnel rows={campaign.funnel} quotas={campaign.quotas} />,
        },
        ...(campaign.status === 'OPEN' && can('application.put-forward')
          ? [
              {
                key: 'candidates',
                name: say('campaign.tabCandidates'),
                content: <CampaignCandidates campaignId={campaign.id} />,
              },
            ]
          : []),
        { key: 'policy', name: say('campaign.tabPolicy'), content: <CampaignPolicy campaign={campaign} /> },
      ]}
    />
  );
});

function CampaignPolicy({ campaign }: { readonly campaign: Campaign }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box>
        <strong>{say('campaign.categories')}</strong>
        <ol style={{ margin: '4px 0 0', paddingLeft: 20 }}>
          {campaign.targetCategories.map((category) => (
            <li key={category.code}>{spoken(category.name, category.nameEn)}</li>
          ))}
        </ol>
      </Box>
      <PlainTable
        caption={say('campaign.clause')}
        rows={campaign.policy.clauses}
        keyOf={(clause) => clause.code}
        columns={[
          { head: say('campaign.criterion'), cell: (clause) => clause.criterion },
          { head: say('campaign.threshold'), cell: (clause) => clause.threshold },
          {
            head: say('campaign.clause'),
            cell: ({ title, titleEn, ...clause }) => (
              <ClauseReference clause={{ ...clause, title: spoken(title, titleEn) }} />
            ),
          },
        ]}
      />
    </Box>
  );
}

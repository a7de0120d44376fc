import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { CampaignFunnel } from '../../aid/campaigns/CampaignFunnel.tsx';
import { today } from '../../base/display/dates.ts';
import { openCampaignFunnelQuery } from '../../base/graph/generated/landing.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { runningCampaign } from './running-campaign.ts';

/** The progress of the running campaign by county, for those who open campaigns, read reports or review files. */
export function OpenFunnel(): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const staff = useStaff();
  const shows = can('campaign.open') || can('report.read') || can('case-file.review');
  const { data } = useAnswer(openCampaignFunnelQuery, {}, { enabled: staff !== undefined && shows });
  const campaign = runningCampaign(
    (data?.campaigns.items ?? []).filter(({ funnel }) => funnel.length > 0),
    today(new Date()),
  );
  if (campaign === undefined) return null;
  return (
    <Card component="section" aria-labelledby="funnel-title" sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h2" id="funnel-title" sx={{ mb: 1 }}>
        <Link to={`/campaigns/${campaign.id}`}>{say('landing.funnel', { name: campaign.name })}</Link>
      </Typography>
      <CampaignFunnel rows={campaign.funnel} quotas={campaign.quotas} />
    </Card>
  );
}

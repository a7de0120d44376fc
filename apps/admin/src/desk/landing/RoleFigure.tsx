import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { CampaignFunnel } from '../../aid/campaigns/CampaignFunnel.tsx';
import { today } from '../../base/display/dates.ts';
import { KeyFigure } from '../../base/display/Figure.tsx';
import { amount, exceeds } from '../../base/display/money.ts';
import { openCampaignFunnelQuery } from '../../base/graph/generated/landing.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { legalCasesDue } from './tasks.ts';
import { runningCampaign } from './running-campaign.ts';
import { useWorkCounts } from '../../base/next-step/use-work-counts.ts';

/** The one figure or chart for a role: money against the grants that wait for it, or the open campaign by county. */
export function RoleFigure(): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const staff = useStaff();
  const counts = useWorkCounts();
  const shows = can('campaign.open') || can('report.read') || can('case-file.review');
  const { data } = useAnswer(openCampaignFunnelQuery, {}, { enabled: staff !== undefined && shows });
  const campaign = runningCampaign(
    (data?.campaigns.items ?? []).filter(({ funnel }) => funnel.length > 0),
    today(new Date()),
  );
  const toApprove = counts.caseWork?.applicationsAmountToApprove;
  const available = counts.fundsWork?.available;
  const keepsMoney = (can('batch.prepare') || can('batch.approve')) && available !== undefined;
  const approves = can('application.approve') && toApprove !== undefined && available !== undefined;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {keepsMoney ? (
        <Card sx={{ p: 2, display: 'flex', gap: 4, flexWrap: 'wrap' }}>
          <KeyFigure
            label={say('landing.available')}
            value={amount(available)}
            remark={<Link to="/funds">{say('funds.title')}</Link>}
          />
          <KeyFigure
            label={say('landing.committed')}
            value={amount(counts.fundsWork?.committed)}
            remark={<Link to="/grants">{say('grants.title')}</Link>}
          />
        </Card>
      ) : null}
      {approves ? (
        <Card sx={{ p: 2, display: 'grid', gap: 1 }}>
          <Box sx={{ display: 'flex', gap: 4, flexWrap: 'wrap' }}>
            <KeyFigure label={say('landing.toApprove')} value={amount(toApprove)} />
            <KeyFigure label={say('landing.available')} value={amount(available)} />
          </Box>
          {exceeds(toApprove, available) ? <Alert severity="warning">{say('landing.short')}</Alert> : null}
        </Card>
      ) : null}
      <WorkFigures />
      {campaign === undefined ? null : (
        <Card component="section" aria-labelledby="funnel-title" sx={{ p: 2, minWidth: 0 }}>
          <Typography variant="h2" id="funnel-title" sx={{ mb: 1 }}>
            <Link to={`/campaigns/${campaign.id}`}>{say('landing.funnel', { name: campaign.name })}</Link>
          </Typography>
          <CampaignFunnel rows={campaign.funnel} quotas={campaign.quotas} />
        </Card>
      )}
    </Box>
  );
}

/** What waits in employment and legal aid, for those who do that work. */
function WorkFigures(): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const work = useWorkCounts().employmentLegalWork;
  if (work === undefined || work === null) return null;
  return (
    <>
      {can('employment.manage') ? (
        <Card sx={{ p: 2, display: 'flex', gap: 4, flexWrap: 'wrap' }}>
          <KeyFigure
            label={say('landing.seekers')}
            value={work.jobSeekersOpen}
            remark={<Link to="/job-seekers">{say('jobSeekers.title')}</Link>}
          />
          <KeyFigure
            label={say('landing.vacancies')}
            value={work.vacanciesOpen}
            remark={<Link to="/vacancies">{say('vacancies.title')}</Link>}
          />
        </Card>
      ) : null}
      {can('legal-case.manage') ? (
        <Card sx={{ p: 2, display: 'flex', gap: 4, flexWrap: 'wrap' }}>
          <KeyFigure
            label={say('landing.deadlines')}
            value={work.deadlinesWithin30Days}
            remark={
              <>
                <Link to={legalCasesDue}>{say('legalCases.title')}</Link>
                {work.deadlinesPassed === 0 ? null : (
                  <>
                    {' '}
                    <StatusTag tone="stop" word={say('landing.deadlinesPassed', { count: work.deadlinesPassed })} />
                  </>
                )}
              </>
            }
          />
          <KeyFigure
            label={say('landing.claims')}
            value={work.wageClaimsOpen}
            remark={<Link to="/wage-claims">{say('wageClaims.title')}</Link>}
          />
        </Card>
      ) : null}
    </>
  );
}

import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultPage } from '../../base/display/FaultPage.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { ownJobsQuery } from '../../base/graph/generated/jobs.ts';
import type { OwnJobsQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { addressOfJob } from '../../base/graph/job-places.ts';
import { JobTag } from './JobTag.tsx';

type OwnJob = NonNullable<OwnJobsQuery['caseRecords']>['items'][number];

/** The reader's own jobs, newest first, each with a link. */
export default function JobList(): ReactElement {
  const say = useWords();
  const { data, error, refetch, isPending } = useAnswer(
    ownJobsQuery,
    {},
    { every: (answer) => (jobsIn(answer).some((job) => job.status === 'RUNNING') ? 2_000 : false) },
  );
  if (error !== null) return <FaultPage fault={error} onRetry={() => void refetch()} />;
  const jobs = jobsIn(data);
  return (
    <>
      <PageHead title={say('jobs.title')} lead={say('jobs.lead')} />
      {isPending ? <Skeleton variant="rectangular" height={320} /> : null}
      {!isPending && jobs.length === 0 ? <NothingYet /> : null}
      {jobs.length === 0 ? null : (
        <Card sx={{ p: 2 }}>
          <PlainTable
            caption={say('jobs.title')}
            rows={jobs}
            keyOf={(job) => job.id}
            columns={[
              { head: say('jobs.what'), cell: (job) => <Link to={addressOfJob(job)}>{job.title}</Link> },
              { head: say('jobs.startedAt'), cell: (job) => moment(job.startedAt) },
              { head: say('jobs.state'), cell: (job) => <JobTag status={job.status} /> },
              { head: say('jobs.total'), right: true, cell: (job) => job.total },
              { head: say('jobs.done'), right: true, cell: (job) => job.done },
              { head: say('jobs.refused'), right: true, cell: (job) => job.refused },
            ]}
          />
        </Card>
      )}
    </>
  );
}

/** The pages where jobs begin, for those who may start them. */
const beginnings = [
  { action: 'case-file.submit', to: '/households', words: 'menu.households' },
  { action: 'case-file.review', to: '/case-file-review', words: 'menu.caseFileReview' },
  { action: 'case-file.activate', to: '/postings', words: 'menu.postings' },
  { action: 'application.put-forward', to: '/campaigns', words: 'menu.campaigns' },
  { action: 'application.approve', to: '/applications', words: 'menu.applications' },
  { action: 'batch.prepare', to: '/grants', words: 'grants.title' },
] as const;

function NothingYet(): ReactElement {
  const say = useWords();
  const can = useCan();
  return (
    <EmptyState
      title={say('jobs.none')}
      why={say('jobs.noneWhy')}
      action={beginnings
        .filter(({ action }) => can(action))
        .map(({ to, words }) => (
          <Button key={to} component={Link} to={to}>
            {say(words)}
          </Button>
        ))}
    />
  );
}

function jobsIn(answer: OwnJobsQuery | undefined): readonly OwnJob[] {
  const both = [...(answer?.caseRecords?.items ?? []), ...(answer?.funds?.items ?? [])];
  return both.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
}

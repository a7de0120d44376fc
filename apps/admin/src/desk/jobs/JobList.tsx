import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { ownJobsQuery } from '../../base/graph/generated/jobs.ts';
import type { OwnJobsQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { addressOfJob } from '../../base/graph/job-places.ts';
import { WholeListPage } from '../../base/list/WholeListPage.tsx';
import { JobTag } from './JobTag.tsx';

type OwnJob = NonNullable<OwnJobsQuery['caseRecords']>['items'][number];

/** The reader's own jobs, newest first, each with a link. */
export default function JobList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const answer = useAnswer(
    ownJobsQuery,
    {},
    { every: (data) => (jobsIn(data).some((job) => job.status === 'RUNNING') ? 2_000 : false) },
  );
  return (
    <WholeListPage
      texts={{
        title: say('jobs.title'),
        lead: say('jobs.lead'),
        emptyTitle: say('jobs.none'),
        emptyWhy: say('jobs.noneWhy'),
      }}
      firstStep={beginnings
        .filter(({ action }) => can(action))
        .map(({ to, words }) => (
          <Button key={to} component={Link} to={to}>
            {say(words)}
          </Button>
        ))}
      answer={answer}
      rows={answer.data && jobsIn(answer.data)}
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
  );
}

/** The pages where jobs begin, for those who may start them. */
const beginnings = [
  { action: 'case-file.submit', to: '/households', words: 'household.title' },
  { action: 'case-file.review', to: '/case-file-review', words: 'review.title' },
  { action: 'case-file.activate', to: '/postings', words: 'posting.title' },
  { action: 'application.put-forward', to: '/campaigns', words: 'campaign.title' },
  { action: 'application.approve', to: '/applications', words: 'approval.title' },
  { action: 'batch.prepare', to: '/grants', words: 'grants.title' },
] as const;

function jobsIn(answer: OwnJobsQuery | undefined): readonly OwnJob[] {
  const both = [...(answer?.caseRecords?.items ?? []), ...(answer?.funds?.items ?? [])];
  return both.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { useFindings } from '../../money/batches/use-findings.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { moment } from '../../base/display/dates.ts';
import { FaultPage } from '../../base/display/FaultPage.tsx';
import { LongJob } from '../../base/display/LongJob.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { GraphFault } from '../../base/graph/fault.ts';
import { caseRecordsJobRecordQuery, fundsJobRecordQuery } from '../../base/graph/generated/jobs.ts';
import type { CaseRecordsJobRecordQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { recordAddress } from '../../base/record/record-address.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { cancelCaseRecordsJob, cancelFundsJob } from './commands.ts';
import { placeOfJob, placeOfRow, rowsOfJob } from '../../base/graph/job-places.ts';
import { JobTag } from './JobTag.tsx';

/** A count of a job's rows with what they are: 1200 户, 300 件, 5000 笔. */
function useCounted(kind: string): (count: number) => string {
  const say = useWords();
  return (count) => say(`jobs.count.${rowsOfJob(kind)}`, { count, smart_count: count });
}

type Job = NonNullable<CaseRecordsJobRecordQuery['job']>;

const perPage = 50;

/** A job over a whole list: its progress, what was not done and why. The page can be left and opened again. */
export default function JobRecord(): ReactElement {
  const { service, id = '' } = useParams();
  const [page, setPage] = useState(1);
  const { data, error, refetch, isPending } = useAnswer(
    service === 'funds' ? fundsJobRecordQuery : caseRecordsJobRecordQuery,
    { id, page },
    { every: (answer) => (answer?.job?.status === 'RUNNING' ? 1_000 : false) },
  );
  if (error !== null) return <FaultPage fault={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rectangular" height={320} />;
  const job = data.job;
  if (job === null) return <FaultPage fault={new GraphFault('', 404, 'NOT_FOUND')} />;
  return <JobPage job={job} page={page} onPage={setPage} />;
}

interface JobPageProps {
  readonly job: Job;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function JobPage(props: JobPageProps): ReactElement {
  const say = useWords();
  const { job } = props;
  const counted = useCounted(job.kind);
  return (
    <RecordPage
      title={job.title}
      lead={job.kind === 'batch.prepare' ? say('jobs.severalBatches') : undefined}
      tags={<JobTag status={job.status} />}
      actions={
        <Button component={Link} to={placeOfJob(job.kind, job.subject)}>
          {say('jobs.list')}
        </Button>
      }
      notice={job.status === 'RUNNING' ? <UnderWay job={job} /> : <HowEnded job={job} />}
      facts={[
        { name: say('jobs.total'), value: counted(job.total) },
        { name: say('jobs.done'), value: counted(job.done) },
        { name: say('jobs.refused'), value: counted(job.refused) },
        { name: say('jobs.left'), value: counted(leftOf(job)) },
        { name: say('jobs.startedAt'), value: moment(job.startedAt) },
        { name: say('jobs.finishedAt'), value: job.finishedAt === null ? '—' : moment(job.finishedAt) },
        ...(job.made.length === 0 ? [] : [{ name: say('jobs.made'), value: <MadeRecords job={job} /> }]),
      ]}
      tabs={[{ key: 'refused', name: say('jobs.refusedRows'), content: <RefusedRows {...props} /> }]}
    />
  );
}

const leftOf = (job: Job): number => job.total - job.done - job.refused;

function MadeRecords({ job }: { readonly job: Job }): ReactElement {
  return (
    <>
      {job.made.map(({ recordType, id, name }) => (
        <div key={id}>
          <Link to={recordAddress(recordType, id) ?? ''}>{name}</Link>
          {recordType === 'DisbursementBatch' ? <FoundIn batchId={id} /> : null}
        </div>
      ))}
    </>
  );
}

/** The number of findings in a batch that the job made, with a link to it. */
function FoundIn({ batchId }: { readonly batchId: string }): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const findings = useFindings(batchId, can('batch.read')) ?? [];
  if (findings.length === 0) return null;
  return (
    <>
      {' '}
      <Link to={`/batches/${batchId}?tab=findings`}>{say('findings.count', { count: findings.length })}</Link>
    </>
  );
}

function UnderWay({ job }: { readonly job: Job }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const counted = useCounted(job.kind);
  const [asking, setAsking] = useState(false);
  const command = useCommand(job.service === 'funds' ? cancelFundsJob : cancelCaseRecordsJob, { announce: true });
  const cancel = async (): Promise<void> => {
    const result = await command.run({ jobId: job.id });
    setAsking(false);
    if (result !== undefined)
      notify(say('jobs.cancelled', { done: counted(result.job?.done ?? job.done) }), { type: 'info' });
  };
  return (
    <Box sx={{ mb: 2 }}>
      <LongJob
        title={job.title}
        done={job.done + job.refused}
        total={job.total}
        cancel={{ words: say('jobs.cancel'), onCancel: () => setAsking(true) }}
      />
      <ConfirmDialog
        open={asking}
        title={say('jobs.cancelTitle')}
        destructive
        consequence={say('jobs.cancelConsequence')}
        pending={command.pending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void cancel()}
      />
    </Box>
  );
}

/** How the job ended: why it stopped, what was left, what was refused. */
function HowEnded({ job }: { readonly job: Job }): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  const counted = useCounted(job.kind);
  if (job.status === 'CANCELLED')
    return (
      <Alert severity="info" sx={{ mb: 2 }}>
        {say('jobs.cancelledNotice', { left: counted(leftOf(job)) })}
      </Alert>
    );
  if (job.reasons.length === 0)
    return job.refused === 0 ? null : (
      <Alert severity="warning" sx={{ mb: 2 }}>
        {say('jobs.refusedNotice', { refused: counted(job.refused) })}
      </Alert>
    );
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      <strong>{say('jobs.failed')}</strong>
      {job.reasons.map((reason) => (
        <div key={reason.code}>{reason[language]}</div>
      ))}
    </Alert>
  );
}

function RefusedRows(props: JobPageProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const { kind, rows } = props.job;
  if (rows.total === 0) return <>{say('jobs.noRefused')}</>;
  return (
    <>
      <PlainTable
        caption={say('jobs.refusedRows')}
        rows={rows.items}
        keyOf={(row) => row.id}
        columns={[
          {
            head: say(rowsOfJob(kind) === 'grants' ? 'jobs.place' : 'jobs.number'),
            cell: (row) => <Link to={placeOfRow(kind, row.id)}>{row.label}</Link>,
          },
          { head: say('jobs.reason'), cell: (row) => row.problems.map((problem) => problem[language]).join(' ') },
        ]}
      />
      <Pager page={props.page} perPage={perPage} total={rows.total} onPage={props.onPage} />
    </>
  );
}

import type { SchemaTypes } from '@pothos/core';
import type { Result } from '@nuangong/primitives';
import { graphNamesOf, pageOf, type SubgraphBuilder } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import type { Job, JobKinds, JobRow, JobStatus, MadeRecord } from './job.ts';
import { cancelJob, readJob, readJobRows, readJobs } from './read-jobs.ts';

type Builder = SubgraphBuilder<object, TransactionClient>;

const statuses: Readonly<Record<JobStatus, { readonly description: string }>> = {
  RUNNING: { description: 'In progress: rows remain to be processed.' },
  DONE: { description: 'Every row has an outcome; some may be refused.' },
  CANCELLED: { description: 'Cancelled by the person who started it; completed rows are kept.' },
  FAILED: {
    description: 'Stopped by the system before every row was processed; `reasons` says why. Completed rows are kept.',
  },
};

const outcomes: Readonly<Record<NonNullable<JobRow['outcome']>, { readonly description: string }>> = {
  DONE: { description: 'The command was carried out for this row.' },
  REFUSED: { description: 'The command was not carried out for this row; its problems say why.' },
};

const pageArgument = 'The page number, from 1; the first if left out.';
const perPageArgument = 'Rows per page.';

/** The graph's type of a job, for the results of commands over whole lists. */
export type JobType = ReturnType<typeof addJobType>;

/**
 * Adds a service's jobs over whole lists: `fundsJobs`, `fundsJob`, `cancelFundsJob`. Each service has separate fields,
 * so that one that is down hides no other; their types are the same in all. Everybody sees only the jobs that they
 * started.
 *
 * @param service the service's name: `funds`, `case-records`.
 */
export function addJobs<Types extends SchemaTypes, Tx, Parts>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  service: string,
  kinds: JobKinds<Tx, Parts>,
): JobType {
  const shared = builder as unknown as Builder;
  const { name, Name } = graphNamesOf(service);
  const JobRef = addJobType(shared, service, kinds);
  const Page = shared.objectRef<{ readonly items: readonly Job[]; readonly total: number }>('JobPage').implement({
    description: 'A page of the reader’s own jobs.',
    shareable: true,
    fields: (t) => ({
      items: t.field({ type: [JobRef], description: 'Newest first.', resolve: ({ items }) => [...items] }),
      total: t.exposeInt('total', { description: 'How many jobs on all pages.' }),
    }),
  });
  shared.queryField(`${name}Jobs`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      description: 'The reader’s own batch jobs in this service, newest first; kept for 30 days after they end.',
      args: {
        running: t.arg.boolean({ description: 'Only jobs in progress.' }),
        page: t.arg.int({ description: pageArgument }),
        perPage: t.arg.int({ description: perPageArgument }),
      },
      resolve: (_root, { running, ...page }, context) => readJobs(context, running ?? false, pageOf(page)),
    }),
  );
  shared.queryField(`${name}Job`, (t) =>
    t.field({
      type: JobRef,
      nullable: true,
      description: 'One of the reader’s own jobs; null if it belongs to another person or does not exist.',
      args: { id: t.arg.id({ required: true, description: 'The job’s id.' }) },
      resolve: async (_root, { id }, context) => (await readJob(context, id)) ?? null,
    }),
  );
  addCancelling(shared, Name, JobRef);
  return JobRef;
}

function addJobType<Tx, Parts>(builder: Builder, service: string, kinds: JobKinds<Tx, Parts>) {
  const Status = builder.enumType('JobStatus', {
    values: statuses,
    description: 'Whether a job is in progress, or how it ended.',
  });
  const Outcome = builder.enumType('JobRowOutcome', {
    values: outcomes,
    description: 'The outcome of a row of a job’s list.',
  });
  const Row = builder.objectRef<JobRow>('JobRow').implement({
    description: 'A record of a job’s list.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The record’s id: of a case file, an application or a grant.' }),
      label: t.exposeString('label', {
        description: 'The record’s number; for a grant, which has none, its position in the list.',
      }),
      outcome: t.expose('outcome', {
        type: Outcome,
        nullable: true,
        description: 'Null if it has not been processed.',
      }),
      problems: t.field({
        type: ['Problem'],
        description: 'Why it was refused.',
        resolve: ({ problems }) => [...problems],
      }),
    }),
  });
  const Rows = builder
    .objectRef<{ readonly items: readonly JobRow[]; readonly total: number }>('JobRowPage')
    .implement({
      description: 'A page of a job’s list.',
      shareable: true,
      fields: (t) => ({
        items: t.field({ type: [Row], description: 'In the order of the list.', resolve: ({ items }) => [...items] }),
        total: t.exposeInt('total', { description: 'How many rows on all pages.' }),
      }),
    });
  const Made = builder.objectRef<MadeRecord>('JobMade').implement({
    description: 'A record that a job created.',
    shareable: true,
    fields: (t) => ({
      recordType: t.exposeString('recordType', { description: 'Its type: PublicPosting, DisbursementBatch.' }),
      id: t.exposeID('id', { description: 'The record’s id.' }),
      name: t.string({
        description: 'Its title, in the reader’s language.',
        resolve: ({ name }, _arguments, { language }) => name[language],
      }),
    }),
  });
  return builder.objectRef<Job>('Job').implement({
    description:
      'A command over a list too long for one transaction: the service processes it in parts, on behalf of the person who gave it.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The job’s id.' }),
      service: t.string({ description: 'The service that processes it: case-records, funds.', resolve: () => service }),
      kind: t.exposeString('kind', { description: 'The command: case-file.submit, batch.prepare.' }),
      title: t.string({
        description: 'The command in the reader’s language.',
        resolve: ({ kind }, _arguments, { language }) => kinds[kind]?.title[language] ?? kind,
      }),
      subject: t.exposeString('subject', {
        description: 'The id of the posting or campaign whose list it is; empty if it is the organisation’s own.',
      }),
      status: t.expose('status', { type: Status, description: 'Whether it is in progress, or how it ended.' }),
      total: t.exposeInt('total', { description: 'Rows of the list.' }),
      done: t.exposeInt('done', { description: 'Rows for which the command was carried out.' }),
      refused: t.exposeInt('refused', { description: 'Rows for which it was refused.' }),
      reasons: t.field({
        description: 'Why it failed; empty if it did not.',
        type: ['Problem'],
        resolve: ({ reasons }) => [...reasons],
      }),
      made: t.field({
        type: [Made],
        description: 'The records it has created so far, in order: the posting, the batches.',
        resolve: ({ kind, state }) => [...(kinds[kind]?.made?.(state) ?? [])],
      }),
      startedAt: t.expose('startedAt', {
        type: 'Instant',
        description: 'When the command was given and the list was taken.',
      }),
      finishedAt: t.expose('finishedAt', {
        type: 'Instant',
        nullable: true,
        description: 'When it ended; null while it is in progress.',
      }),
      rows: t.field({
        type: Rows,
        description: 'The rows, in list order.',
        args: {
          outcome: t.arg({ type: Outcome, description: 'Only rows of this outcome.' }),
          page: t.arg.int({ description: pageArgument }),
          perPage: t.arg.int({ description: perPageArgument }),
        },
        resolve: ({ id }, { outcome, ...page }, context) => readJobRows(context, id, outcome ?? null, pageOf(page)),
      }),
    }),
  });
}

function addCancelling(builder: Builder, Name: string, JobRef: JobType): void {
  const Cancelled = builder.objectRef<Result<Job>>('CancelJobResult').implement({
    description: 'The result of cancelling a job.',
    shareable: true,
    fields: (t) => ({
      problems: t.field({
        type: ['Problem'],
        description: 'Why it was refused; empty if it was cancelled.',
        resolve: (result) => (result.ok ? [] : [...result.problems]),
      }),
      job: t.field({
        type: JobRef,
        nullable: true,
        description: 'The cancelled job; null if it was refused.',
        resolve: (result) => (result.ok ? result.value : null),
      }),
    }),
  });
  const Input = builder.inputType('CancelJobInput', {
    description: 'The job to cancel.',
    fields: (t) => ({
      jobId: t.id({ required: true, description: 'The id of one of the reader’s own jobs that is in progress.' }),
    }),
  });
  builder.mutationField(`cancel${Name}Job`, (t) =>
    t.field({
      type: Cancelled,
      description:
        'Cancels one of the reader’s own jobs after the current part. Completed rows are kept; the rest are not processed.',
      args: { input: t.arg({ type: Input, required: true, description: 'The job.' }) },
      resolve: (_root, { input }, context) => cancelJob(context, input.jobId),
    }),
  );
}

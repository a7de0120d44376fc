import type { SchemaTypes } from '@pothos/core';
import type { Result } from '@nuangong/primitives';
import { pageOf, type SubgraphBuilder } from '@nuangong/subgraph';
import { graphNamesOf } from '../graph-names.ts';
import type { TransactionClient } from '../transaction-client.ts';
import { jobStatuses, type Job, type JobKinds, type JobRow } from './job.ts';
import { cancelJob, readJob, readJobRows, readJobs } from './read-jobs.ts';

type Builder = SubgraphBuilder<object, TransactionClient>;

/** The graph's type of a job, for the answers of commands over whole lists. */
export type JobType = ReturnType<typeof addJobType>;

/**
 * Adds a service's jobs over whole lists: `fundsJobs`, `fundsJob`, `cancelFundsJob`. Each service has fields of its own, so
 * that one that is down hides no other; their types are the same in all. Everybody sees the jobs of their own hand.
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
    shareable: true,
    fields: (t) => ({
      items: t.field({ type: [JobRef], resolve: ({ items }) => [...items] }),
      total: t.exposeInt('total'),
    }),
  });
  shared.queryField(`${name}Jobs`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      description: 'The reader’s own, the newest first.',
      args: { running: t.arg.boolean(), page: t.arg.int(), perPage: t.arg.int() },
      resolve: (_root, { running, ...page }, context) => readJobs(context, running ?? false, pageOf(page)),
    }),
  );
  shared.queryField(`${name}Job`, (t) =>
    t.field({
      type: JobRef,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }, context) => (await readJob(context, id)) ?? null,
    }),
  );
  addCancelling(shared, Name, JobRef);
  return JobRef;
}

function addJobType<Tx, Parts>(builder: Builder, service: string, kinds: JobKinds<Tx, Parts>) {
  const Status = builder.enumType('JobStatus', { values: jobStatuses, description: 'Under way, or how it ended.' });
  const Outcome = builder.enumType('JobRowOutcome', { values: ['DONE', 'REFUSED'] as const, description: 'What came of a row of a list.' });
  const Row = builder.objectRef<JobRow>('JobRow').implement({
    description: 'A row of the list; without an outcome it has not been reached.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id'),
      label: t.exposeString('label', { description: 'The record’s number.' }),
      outcome: t.expose('outcome', { type: Outcome, nullable: true }),
      problems: t.field({ type: ['Problem'], resolve: ({ problems }) => [...problems] }),
    }),
  });
  const Rows = builder.objectRef<{ readonly items: readonly JobRow[]; readonly total: number }>('JobRowPage').implement({
    shareable: true,
    fields: (t) => ({
      items: t.field({ type: [Row], resolve: ({ items }) => [...items] }),
      total: t.exposeInt('total'),
    }),
  });
  return builder.objectRef<Job>('Job').implement({
    description: 'A command over a whole list, worked in pieces.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id'),
      service: t.string({ description: 'Whose job it is, of which its address is made.', resolve: () => service }),
      kind: t.exposeString('kind'),
      title: t.string({ resolve: ({ kind }, _arguments, { language }) => kinds[kind]?.title[language] ?? kind }),
      subject: t.exposeString('subject', { description: 'The id of the record whose list it is; empty where it is the unit’s own.' }),
      status: t.expose('status', { type: Status }),
      total: t.exposeInt('total'),
      done: t.exposeInt('done'),
      refused: t.exposeInt('refused'),
      reasons: t.field({ description: 'Why it failed.', type: ['Problem'], resolve: ({ reasons }) => [...reasons] }),
      startedAt: t.expose('startedAt', { type: 'Instant' }),
      finishedAt: t.expose('finishedAt', { type: 'Instant', nullable: true }),
      rows: t.field({
        type: Rows,
        description: 'In the order of the list.',
        args: { outcome: t.arg({ type: Outcome }), page: t.arg.int(), perPage: t.arg.int() },
        resolve: ({ id }, { outcome, ...page }, context) => readJobRows(context, id, outcome ?? null, pageOf(page)),
      }),
    }),
  });
}

function addCancelling(builder: Builder, Name: string, JobRef: JobType): void {
  const Cancelled = builder.objectRef<Result<Job>>('CancelJobResult').implement({
    shareable: true,
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      job: t.field({ type: JobRef, nullable: true, resolve: (result) => (result.ok ? result.value : null) }),
    }),
  });
  const Input = builder.inputType('CancelJobInput', { fields: (t) => ({ jobId: t.id({ required: true }) }) });
  builder.mutationField(`cancel${Name}Job`, (t) =>
    t.field({
      type: Cancelled,
      description: 'Ends a job after the piece in hand: what is done stays done.',
      args: { input: t.arg({ type: Input, required: true }) },
      resolve: (_root, { input }, context) => cancelJob(context, input.jobId),
    }),
  );
}

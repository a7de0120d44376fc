import type { Result } from '@nuangong/primitives';
import type { AtOnceOrJob } from '@nuangong/service';
import { commandResult } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { RowResultType } from '../../row-result.graphql.ts';
import { atOnceOrInPieces, doneAtOnce } from '../whole-list/over-whole-list.ts';
import { Job, jobOf, ofJob } from '../whole-list/whole-list.graphql.ts';
import { ExitReasonEnum } from './case-file-enums.graphql.ts';
import { filesOf } from './case-file-lists.ts';
import { CaseFile } from './case-file.graphql.ts';
import { decideCaseFiles, type CaseFilesInput } from './decide-case-files.ts';
import type { RowResult } from './row-results.ts';
import { proposeExit } from './propose-exit.ts';
import { reopenCaseFile } from './reopen-case-file.ts';
import { resumeCaseFile } from './resume-case-file.ts';
import { suspendCaseFile } from './suspend-case-file.ts';

const idsOfFiles = 'Ids of case files; left out with all.';
const allOfFiles = 'All files of the organisation and its subordinates at this step. A long list becomes a job.';

const CaseFilesInputType = builder.inputType('CaseFilesInput', {
  description: 'Which case files.',
  fields: (t) => ({ ids: t.idList({ description: idsOfFiles }), all: t.boolean({ description: allOfFiles }) }),
});

const CaseFileDecisionInput = builder.inputType('CaseFileDecisionInput', {
  description: 'The case files, and the reviewer’s opinion.',
  fields: (t) => ({
    ids: t.idList({ description: idsOfFiles }),
    all: t.boolean({ description: allOfFiles }),
    opinion: t.string({ description: 'The opinion, at most 1,000 characters; required to return or reject.' }),
  }),
});

export const CaseFilesResult = builder
  .objectRef<Result<AtOnceOrJob<readonly RowResult[]>>>('CaseFilesResult')
  .implement({
    description: 'The result of a command over many files: one row each, or the job that carries it out.',
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      rows: t.field({
        type: [RowResultType],
        description: 'One for each file; empty if a job carries it out.',
        resolve: (result) => [...(doneAtOnce(result) ?? [])],
      }),
      job: t.field({ type: Job, nullable: true, description: ofJob, resolve: jobOf }),
    }),
  });

/** Decides all files that can take the step, or those named. */
function decide(context: CaseRecordsContext, command: Parameters<typeof decideCaseFiles>[1], input: CaseFilesInput) {
  const kind = `case-file.${command.toLowerCase() as Lowercase<typeof command>}` as const;
  const list =
    input.all === true ? { kind, input: { opinion: input.opinion ?? null }, list: filesOf(command) } : undefined;
  return atOnceOrInPieces(context, list, () => decideCaseFiles(context, command, input));
}

builder.mutationField('submitCaseFiles', (t) =>
  t.field({
    type: CaseFilesResult,
    description: 'Submits case files for county review. Each file has its own result.',
    args: { input: t.arg({ type: CaseFilesInputType, required: true }) },
    resolve: (_root, { input }, context) => decide(context, 'SUBMIT', input),
  }),
);

const decisions = {
  passCaseFiles: {
    command: 'PASS',
    says: 'Passes case files made by others in review. Each file has its own result.',
  },
  returnCaseFiles: {
    command: 'RETURN',
    says: 'Returns case files for correction, with a reason. Each file has its own result.',
  },
  rejectCaseFiles: {
    command: 'REJECT',
    says: 'Rejects case files, with a reason. Each file has its own result.',
  },
} as const;

for (const [name, { command, says }] of Object.entries(decisions)) {
  builder.mutationField(name, (t) =>
    t.field({
      type: CaseFilesResult,
      description: says,
      args: { input: t.arg({ type: CaseFileDecisionInput, required: true }) },
      resolve: (_root, { input }, context) => decide(context, command, input),
    }),
  );
}

const ProposeExitInput = builder.inputType('ProposeExitInput', {
  fields: (t) => ({
    caseFileId: t.id({ required: true }),
    reason: t.field({ type: ExitReasonEnum, required: true, description: 'The reason for the exit.' }),
    exitedOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The exit date: not in the future, not before the file was opened.',
    }),
    dateReason: t.string({ description: 'The reason for a day before 1 January of last year; kept with the step.' }),
    opinion: t.string({ required: true, description: 'The findings of the home visit.' }),
  }),
});

builder.mutationField('proposeExit', (t) =>
  t.field({
    type: commandResult(builder, 'ProposeExitResult', 'caseFile', CaseFile),
    description: 'Proposes that a household exits the register; it takes effect once a second person confirms it.',
    args: { input: t.arg({ type: ProposeExitInput, required: true }) },
    resolve: (_root, { input }, context) => proposeExit(context, input),
  }),
);

const StepCaseFileInput = builder.inputType('StepCaseFileInput', {
  fields: (t) => ({
    caseFileId: t.id({ required: true }),
    reason: t.string({ required: true, description: 'The reason, kept with the step.' }),
  }),
});

const stepsOfOne = {
  suspendCaseFile: { run: suspendCaseFile, says: 'Suspends an active file: payments stop until it is resumed.' },
  resumeCaseFile: {
    run: resumeCaseFile,
    says: 'Resumes a suspended file; not by the person who suspended it or registered the household.',
  },
  reopenCaseFile: { run: reopenCaseFile, says: 'Reopens a rejected or exited file as a draft with the same number.' },
} as const;

for (const [name, { run, says }] of Object.entries(stepsOfOne)) {
  builder.mutationField(name, (t) =>
    t.field({
      type: commandResult(builder, `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`, 'caseFile', CaseFile),
      description: says,
      args: { input: t.arg({ type: StepCaseFileInput, required: true }) },
      resolve: (_root, { input }, context) => run(context, input),
    }),
  );
}

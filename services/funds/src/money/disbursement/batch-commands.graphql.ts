import { mapResult, type Result } from '@nuangong/primitives';
import { overWholeList, type AtOnceOrJob } from '@nuangong/service';
import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import type { DisbursementBatch } from '../../generated/prisma/client.ts';
import { Job, jobOf } from './whole-list.graphql.ts';
import { wholeLists } from './batch-lists.ts';
import { answerBatchFindings } from './answer-batch-findings.ts';
import { approveBatch } from './approve-batch.ts';
import { payBatch } from './pay-batch.ts';
import { prepareBatch } from './prepare-batch.ts';
import { returnBatch } from './return-batch.ts';
import { waitingGrants } from './waiting-grants.ts';
import { BatchType } from './batch.graphql.ts';

const PrepareBatchInput = builder.inputType('PrepareBatchInput', {
  description: 'The committed grants of the book to prepare for payment.',
  fields: (t) => ({
    campaignId: t.id({ description: 'The campaign of the grants; left out for grants outside campaigns.' }),
    grantIds: t.idList({ description: 'Only these grants; all that wait if left out.' }),
  }),
});
const FindingAnswerInput = builder.inputType('FindingAnswerInput', {
  description: 'The answer of the head of finance to one finding of a batch.',
  fields: (t) => ({
    finding: t.string({ required: true, description: 'The key of the finding.' }),
    reason: t.string({ description: 'Why it is right nevertheless, if a reason is required.' }),
  }),
});
const ApproveBatchInput = builder.inputType('ApproveBatchInput', {
  fields: (t) => ({
    batchId: t.id({ required: true }),
    answers: t.field({
      type: [FindingAnswerInput],
      description: 'One for each finding that requires an answer and has none yet.',
    }),
  }),
});
const AnswerBatchFindingsInput = builder.inputType('AnswerBatchFindingsInput', {
  description: 'The answers of the head of finance to findings since a batch was approved.',
  fields: (t) => ({
    batchId: t.id({ required: true }),
    answers: t.field({
      type: [FindingAnswerInput],
      required: true,
      description: 'One for each finding that is answered now.',
    }),
  }),
});
const ReturnBatchInput = builder.inputType('ReturnBatchInput', {
  fields: (t) => ({
    batchId: t.id({ required: true }),
    reason: t.string({
      required: true,
      description: 'Why; kept with the batch.',
    }),
  }),
});
const PayBatchInput = builder.inputType('PayBatchInput', {
  fields: (t) => ({
    batchId: t.id({ required: true }),
    paidOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before 1 January of last year is right.' }),
  }),
});

const PrepareBatchResult = builder.objectRef<Result<AtOnceOrJob<DisbursementBatch>>>('PrepareBatchResult').implement({
  description: 'The batch that was prepared, or the job that prepares several.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    batch: t.field({
      type: BatchType,
      nullable: true,
      description: 'Null if several are prepared, or none.',
      resolve: (result) => (result.ok && result.value.kind === 'DONE' ? result.value.value : null),
    }),
    job: t.field({
      type: Job,
      nullable: true,
      description: 'The job that prepares several batches, if there are more grants than one batch holds.',
      resolve: jobOf,
    }),
  }),
});
const ApproveBatchResult = commandResult(builder, 'ApproveBatchResult', 'batch', BatchType);
const AnswerBatchFindingsResult = commandResult(builder, 'AnswerBatchFindingsResult', 'batch', BatchType);
const ReturnBatchResult = commandResult(builder, 'ReturnBatchResult', 'batch', BatchType);
const PayBatchResult = commandResult(builder, 'PayBatchResult', 'batch', BatchType);

builder.mutationFields((t) => ({
  prepareBatch: t.field({
    type: PrepareBatchResult,
    description:
      'Prepares a batch of committed grants; if there are more than one batch holds, a job prepares several.',
    args: { input: t.arg({ type: PrepareBatchInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const atOnce = () => prepareBatch(commandOf(context), input);
      if (input.grantIds != null) return mapResult(await atOnce(), (value) => ({ kind: 'DONE', value }) as const);
      const campaignId = input.campaignId ?? null;
      const list = waitingGrants(context.actor, campaignId);
      return overWholeList(
        context,
        wholeLists,
        { kind: 'batch.prepare', subject: campaignId ?? '', input: { campaignId }, list },
        atOnce,
      );
    },
  }),
  approveBatch: t.field({
    type: ApproveBatchResult,
    description: 'Approves a batch, with answers to its findings; not by the person who prepared it.',
    args: { input: t.arg({ type: ApproveBatchInput, required: true }) },
    resolve: (_root, { input }, context) => approveBatch(commandOf(context), input),
  }),
  answerBatchFindings: t.field({
    type: AnswerBatchFindingsResult,
    description: 'Records that changes in an approved batch were seen, so that it can be paid.',
    args: { input: t.arg({ type: AnswerBatchFindingsInput, required: true }) },
    resolve: (_root, { input }, context) => answerBatchFindings(commandOf(context), input),
  }),
  returnBatch: t.field({
    type: ReturnBatchResult,
    description: 'Returns a batch before payment; its grants wait for another batch.',
    args: { input: t.arg({ type: ReturnBatchInput, required: true }) },
    resolve: (_root, { input }, context) => returnBatch(commandOf(context), input),
  }),
  payBatch: t.field({
    type: PayBatchResult,
    description:
      'Records the payment of an approved batch and posts the journal entries; not by the person who approved it.',
    args: { input: t.arg({ type: PayBatchInput, required: true }) },
    resolve: (_root, { input }, context) => payBatch(commandOf(context), input),
  }),
}));

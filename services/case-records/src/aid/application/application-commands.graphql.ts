import type { Result } from '@nuangong/primitives';
import type { AtOnceOrJob } from '@nuangong/service';
import { builder } from '../../builder.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { EligibilityDecision, loadEligibilityDecision } from '../../policy/decision/eligibility-decision.graphql.ts';
import { RowResultType } from '../../row-result.graphql.ts';
import { atOnceOrInPieces, doneAtOnce, type ListOfCommand } from '../../register/whole-list/over-whole-list.ts';
import { Job, jobOf, ofJob } from '../../register/whole-list/whole-list.graphql.ts';
import {
  approveApplications,
  type ApproveApplicationsInput,
  type DecidedApplications,
} from './approve-applications.ts';
import { applicationsOf, candidatesOf } from './application-lists.ts';
import { AidApplication, loadApplication } from './application.graphql.ts';
import { applyForAid, type AppliedForAid } from './apply-for-aid.ts';
import { rejectApplications, returnApplications } from './decide-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';
import { submitApplicationsAgain } from './submit-applications-again.ts';
import { withdrawApplications } from './withdraw-applications.ts';

const PutForwardCampaignListInput = builder.inputType('PutForwardCampaignListInput', {
  fields: (t) => ({ campaignId: t.id({ required: true }) }),
});

const PutForwardCampaignListResult = builder
  .objectRef<Result<AtOnceOrJob<readonly RowResult[]>>>('PutForwardCampaignListResult')
  .implement({
    description: 'One row for each active case file, by its id: put forward, or the criteria against it.',
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      rows: t.field({
        type: [RowResultType],
        description: 'One for each active file, by its id; empty if a job carries it out.',
        resolve: (result) => [...(doneAtOnce(result) ?? [])],
      }),
      job: t.field({ type: Job, nullable: true, description: ofJob, resolve: jobOf }),
    }),
  });

builder.mutationField('putForwardCampaignList', (t) =>
  t.field({
    type: PutForwardCampaignListResult,
    description:
      'Puts forward every active file that is eligible under the campaign’s policy. Each file has its own result.',
    args: { input: t.arg({ type: PutForwardCampaignListInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { campaignId } = input;
      const list = {
        kind: 'application.put-forward',
        subject: campaignId,
        input: { campaignId },
        list: candidatesOf(campaignId),
      } as const;
      return atOnceOrInPieces(context, list, () => putForwardCampaignList(context, input));
    },
  }),
);

const ApplyForAidInput = builder.inputType('ApplyForAidInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    policy: t.string({ required: true, description: 'The code of a policy in force.' }),
  }),
});

const ApplyForAidResult = builder.objectRef<Result<AppliedForAid>>('ApplyForAidResult').implement({
  description: 'The decision, and the application if the household is eligible.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    decision: t.field({
      type: EligibilityDecision,
      nullable: true,
      description: 'The eligibility decision with any outcome; null if nothing was decided.',
      resolve: async (result, _arguments, context) =>
        result.ok ? ((await loadEligibilityDecision(context, result.value.eligibilityDecisionId)) ?? null) : null,
    }),
    application: t.field({
      type: AidApplication,
      nullable: true,
      description: 'The application awaiting approval; null if the household is not eligible.',
      resolve: async (result, _arguments, context) =>
        result.ok && result.value.applicationId !== null
          ? ((await loadApplication(context, result.value.applicationId)) ?? null)
          : null,
    }),
  }),
});

builder.mutationField('applyForAid', (t) =>
  t.field({
    type: ApplyForAidResult,
    description: 'Submits a household’s own application, outside campaigns, under a policy in force.',
    args: { input: t.arg({ type: ApplyForAidInput, required: true }) },
    resolve: (_root, { input }, context) => applyForAid(context, input),
  }),
);

const ApplicationsResult = builder.objectRef<Result<AtOnceOrJob<DecidedApplications>>>('ApplicationsResult').implement({
  description: 'One row for each application, by its id, and the sum of those carried out.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    rows: t.field({
      type: [RowResultType],
      description: 'One for each application, by its id; empty if a job carries it out.',
      resolve: (result) => [...(doneAtOnce(result)?.rows ?? [])],
    }),
    total: t.field({
      type: 'Yuan',
      description: 'The sum of the amounts of those carried out; 0 if a job carries them out.',
      resolve: (result) => doneAtOnce(result)?.total ?? 0n,
    }),
    job: t.field({ type: Job, nullable: true, description: ofJob, resolve: jobOf }),
  }),
});

/** The list for a decision on all applications of a campaign. */
function listOf(kind: string, { all, campaignId, ...input }: ApproveApplicationsInput): ListOfCommand | undefined {
  if (all !== true || !campaignId) return undefined;
  const { opinion = null, amount = null } = input;
  return { kind, subject: campaignId, input: { opinion, amount }, list: applicationsOf(campaignId) };
}

const idsOfApplications = 'Ids of applications; left out with all.';
const campaignOfAll = 'With all: the campaign of the applications.';
const allOfCampaign = 'Every application of the campaign awaiting approval. A long list becomes a job.';

const ApproveApplicationsInputType = builder.inputType('ApproveApplicationsInput', {
  fields: (t) => ({
    ids: t.idList({ description: idsOfApplications }),
    campaignId: t.id({ description: campaignOfAll }),
    all: t.boolean({ description: allOfCampaign }),
    opinion: t.string({ description: 'The approver’s opinion.' }),
    amount: t.field({
      type: 'Yuan',
      description: 'An amount different from the one decided, within the policy’s range.',
    }),
  }),
});

builder.mutationField('approveApplications', (t) =>
  t.field({
    type: ApplicationsResult,
    description:
      'Approves applications; not by the person who put them forward or handled their files. Each has its own result.',
    args: { input: t.arg({ type: ApproveApplicationsInputType, required: true }) },
    resolve: (_root, { input }, context) =>
      atOnceOrInPieces(context, listOf('application.approve', input), () => approveApplications(context, input)),
  }),
);

const DecideApplicationsInput = builder.inputType('DecideApplicationsInput', {
  fields: (t) => ({
    ids: t.idList({ description: idsOfApplications }),
    campaignId: t.id({ description: campaignOfAll }),
    all: t.boolean({ description: allOfCampaign }),
    opinion: t.string({ required: true, description: 'Why.' }),
  }),
});

const decisions = {
  returnApplications: {
    kind: 'application.return',
    decide: returnApplications,
    says: 'Returns applications to whoever put them forward, with what must be corrected. Each has its own result.',
  },
  rejectApplications: {
    kind: 'application.reject',
    decide: rejectApplications,
    says: 'Rejects applications with a reason. Each has its own result.',
  },
} as const;

for (const [name, { kind, decide, says }] of Object.entries(decisions)) {
  builder.mutationField(name, (t) =>
    t.field({
      type: ApplicationsResult,
      description: says,
      args: { input: t.arg({ type: DecideApplicationsInput, required: true }) },
      resolve: (_root, { input }, context) =>
        atOnceOrInPieces(context, listOf(kind, input), () => decide(context, input)),
    }),
  );
}

const ApplicationRowsResult = builder.objectRef<Result<readonly RowResult[]>>('ApplicationRowsResult').implement({
  description: 'One row for each application, by its id.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    rows: t.field({
      type: [RowResultType],
      description: 'One for each application, in the order asked for.',
      resolve: (result) => (result.ok ? [...result.value] : []),
    }),
  }),
});

const SubmitApplicationsAgainInput = builder.inputType('SubmitApplicationsAgainInput', {
  fields: (t) => ({
    ids: t.idList({ required: true, description: 'Ids of returned applications, at most 2,000.' }),
    corrected: t.string({
      required: true,
      description: 'What was corrected, for the approver; at most 1,000 characters.',
    }),
  }),
});

builder.mutationField('submitApplicationsAgain', (t) =>
  t.field({
    type: ApplicationRowsResult,
    description:
      'Submits returned applications again, each decided anew on its file as it is now. Those not eligible stay returned.',
    args: { input: t.arg({ type: SubmitApplicationsAgainInput, required: true }) },
    resolve: (_root, { input }, context) => submitApplicationsAgain(context, input),
  }),
);

const WithdrawApplicationsInput = builder.inputType('WithdrawApplicationsInput', {
  fields: (t) => ({
    ids: t.idList({ required: true, description: 'Ids of applications, at most 2,000.' }),
    reason: t.string({ required: true, description: 'Why; at most 1,000 characters.' }),
  }),
});

builder.mutationField('withdrawApplications', (t) =>
  t.field({
    type: ApplicationRowsResult,
    description:
      'Withdraws applications that are undecided or returned (撤回); the household can be put forward again.',
    args: { input: t.arg({ type: WithdrawApplicationsInput, required: true }) },
    resolve: (_root, { input }, context) => withdrawApplications(context, input),
  }),
);

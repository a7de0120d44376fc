import { permits, type Actor } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import {
  commandResult,
  describedValues,
  loadManyBy,
  loadById,
  pageOf,
  pageType,
  type AskedPage,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { ExitReasonEnum } from '../case-file/case-file-enums.graphql.ts';
import { CaseFile, loadCaseFile, loadHandlers } from '../case-file/case-file.graphql.ts';
import type { ExitReason } from '@nuangong/events';
import type { FileProposal as FileProposalRow, Prisma } from '../../generated/prisma/client.ts';
import { wordFactChange, type FactChange } from '../household/fact-changes.ts';
import { causesShown, readWritten } from '../written-words/read-written.ts';
import { readWords, readWordsInLanguage, wordsPlace } from '../written-words/sealed-words.ts';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import { confirmProposal, refuseProposal, withdrawProposal } from './decide-proposal.ts';
import {
  confirmedBy,
  mayDecide,
  mayWithdraw,
  proposalDecisionNames,
  proposalKindNames,
  proposalPlace,
  type ProposalDecision,
  type ProposalKind,
} from '../case-file/file-proposal.ts';

const loadProposal = loadById<CaseRecordsContext, FileProposalRow>((context, ids) =>
  context.tx.fileProposal.findMany({ where: { id: { in: ids } } }),
);

const loadProposals = loadManyBy<CaseRecordsContext, FileProposalRow>(
  (row) => row.caseFileId,
  (context, ids) =>
    context.tx.fileProposal.findMany({
      where: { caseFileId: { in: ids } },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    }),
);

const FileProposalKindEnum = builder.enumType('FileProposalKind', {
  description: 'The kind of a proposal that a second person decides.',
  values: describedValues<ProposalKind>({
    CHANGE: 'A change of a household’s facts after posting (变动).',
    EXIT: 'The household exits the register (退出).',
  }),
});

const FileProposalDecisionEnum = builder.enumType('FileProposalDecision', {
  description: 'The decision on a proposal.',
  values: describedValues<ProposalDecision>({
    CONFIRMED: 'A second person confirmed it, and it took effect (已确认).',
    REFUSED: 'A second person declined it (未同意).',
    WITHDRAWN: 'The person who made it withdrew it (已撤回).',
  }),
});

async function caseFileOf(proposal: FileProposalRow, context: CaseRecordsContext) {
  const file = await loadCaseFile(context, proposal.caseFileId);
  if (file === undefined) throw new Error('the case file of a visible proposal is not visible');
  return file;
}

async function stateOf(proposal: FileProposalRow, context: CaseRecordsContext) {
  return { ...proposal, makers: (await loadHandlers(context, proposal.caseFileId))?.makers ?? [] };
}

/** A change as the actor may see it: causes that reveal health only for those who may read them. */
function changeShown(actor: Actor, change: FactChange): FactChange {
  if (change.fact !== 'CAUSES') return change;
  const shown = (causes: string | null) => (causes === null ? null : causesShown(actor, causes.split(',')).join(','));
  return { ...change, before: shown(change.before), after: shown(change.after) };
}

const FactChangeType = builder.objectRef<FactChange>('HouseholdFactChange').implement({
  description: 'One fact of a household before and after, in the language of the request.',
  fields: (t) => ({
    fact: t.string({
      description: 'The name of the fact.',
      resolve: (change, _arguments, { language }) => wordFactChange(change).fact[language],
    }),
    before: t.string({
      nullable: true,
      description: 'The value before; null if there was none, or the reader may not see it.',
      resolve: (change, _arguments, { language }) => wordFactChange(change).before?.[language] ?? null,
    }),
    after: t.string({
      nullable: true,
      description: 'The value after; null if there is none, or the reader may not see it.',
      resolve: (change, _arguments, { language }) => wordFactChange(change).after?.[language] ?? null,
    }),
  }),
});

export const FileProposal = builder.objectRef<FileProposalRow>('FileProposal').implement({
  description:
    'A proposal for a second person: a change of a household’s facts after posting, or its exit (待确认事项).',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      type: FileProposalKindEnum,
      description: 'What is proposed.',
      resolve: ({ kind }) => kind as ProposalKind,
    }),
    caseFile: t.field({
      type: CaseFile,
      description: 'The case file concerned.',
      resolve: (proposal, _arguments, context) => caseFileOf(proposal, context),
    }),
    why: t.string({
      nullable: true,
      description: 'Why it is proposed, for those who do the casework; each reading is audited.',
      resolve: async (proposal, _arguments, context) => {
        const { id, organizationPath, sealedContent } = proposal;
        const { householdId } = await caseFileOf(proposal, context);
        const content = await readWritten(context, householdId, sealedContent, proposalPlace(id, organizationPath));
        return content === null ? null : (JSON.parse(content) as { readonly why: string }).why;
      },
    }),
    changes: t.field({
      type: [FactChangeType],
      description: 'The facts that a change alters, compared with the household when it was proposed',
      resolve: ({ changes }, _arguments, { actor }) =>
        (changes as unknown as readonly FactChange[]).map((change) => changeShown(actor, change)),
    }),
    exitReason: t.field({
      type: ExitReasonEnum,
      nullable: true,
      description: 'The reason for the exit; null for a change.',
      resolve: ({ exitReason }) => exitReason as ExitReason | null,
    }),
    exitedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The exit date; null for a change.',
      resolve: ({ exitedOn }) => (exitedOn === null ? null : readStoredDate(exitedOn)),
    }),
    dateReason: t.string({
      nullable: true,
      description: 'The reason for an early day; for those who do the casework, each reading is audited.',
      resolve: async (proposal, _arguments, context) => {
        const { householdId } = await caseFileOf(proposal, context);
        return readWordsInLanguage(
          context,
          householdId,
          proposal.dateReason,
          wordsPlace('file_proposal', 'date_reason', proposal),
        );
      },
    }),
    proposedBy: t.exposeString('proposedByName', {
      description: 'Who proposed it, under the name they had at that time.',
    }),
    proposedAt: t.field({
      type: 'Instant',
      description: 'When it was proposed.',
      resolve: ({ proposedAt }) => proposedAt,
    }),
    decision: t.field({
      type: FileProposalDecisionEnum,
      nullable: true,
      description: 'Null while it is undecided',
      resolve: ({ decision }) => decision as ProposalDecision | null,
    }),
    decidedBy: t.exposeString('decidedByName', {
      nullable: true,
      description: 'Who decided or withdrew it; null while undecided.',
    }),
    decidedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was decided or withdrawn; null while undecided.',
      resolve: ({ decidedAt }) => decidedAt,
    }),
    decisionOpinion: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (proposal, _arguments, context) => {
        const { householdId } = await caseFileOf(proposal, context);
        return readWordsInLanguage(
          context,
          householdId,
          proposal.decisionOpinion,
          wordsPlace('file_proposal', 'decision_opinion', proposal),
        );
      },
    }),
    mayDecide: t.boolean({
      description:
        'Whether the reader may confirm or decline it: not the person who proposed it or registered the household',
      resolve: async (proposal, _arguments, context) =>
        permits(context.actor.roles, confirmedBy[proposal.kind as ProposalKind]) &&
        mayDecide(await stateOf(proposal, context), context.actor.staffId).ok,
    }),
    mayWithdraw: t.boolean({
      description: 'Whether the reader proposed it and may withdraw it',
      resolve: (proposal, _arguments, { actor }) => mayWithdraw({ ...proposal, makers: [] }, actor.staffId).ok,
    }),
  }),
});

builder.asEntity(FileProposal, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'household.read');
    return (await loadProposal(context, id)) ?? null;
  },
});

builder.objectFields(CaseFile, (t) => ({
  proposal: t.field({
    type: FileProposal,
    nullable: true,
    description: 'The proposal now awaiting a second person',
    resolve: async (file, _arguments, context) =>
      (await loadProposals(context, file.id)).find(({ decision }) => decision === null) ?? null,
  }),
  proposals: t.field({
    type: [FileProposal],
    description: 'All proposals for a second person, latest first',
    resolve: async (file, _arguments, context) => [...(await loadProposals(context, file.id))],
  }),
}));

const FileProposalPage = pageType(builder, 'FileProposalPage', FileProposal, {
  items: ({ where, page }: AskedPage<Prisma.FileProposalWhereInput>, context) =>
    context.tx.fileProposal.findMany({ where, ...page, orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }] }),
  total: (where, context) => context.tx.fileProposal.count({ where }),
});

builder.queryField('fileProposals', (t) =>
  t.field({
    type: FileProposalPage,
    description: 'Proposals awaiting a second person, oldest first',
    args: {
      kind: t.arg({
        type: FileProposalKindEnum,
        description: 'Only proposals of this kind.',
      }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: (_root, { kind, ...page }, context) => {
      requirePermission(context, 'household.read');
      const { scope } = context.actor;
      const where = { organizationPath: { startsWith: scope }, decision: null, ...(kind && { kind }) };
      return { where, page: pageOf(page) };
    },
  }),
);

const DecideProposalInput = builder.inputType('DecideProposalInput', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    opinion: t.string({ description: 'The reason; required to decline.' }),
  }),
});

const decisions = {
  confirmProposal: { run: confirmProposal, says: 'Confirms a proposal; it takes effect immediately.' },
  refuseProposal: { run: refuseProposal, says: 'Declines a proposal: nothing changes; the reason is kept.' },
  withdrawProposal: {
    run: withdrawProposal,
    says: 'Withdraws a proposal: by the person who made it, while undecided.',
  },
} as const;

for (const [name, { run, says }] of Object.entries(decisions)) {
  builder.mutationField(name, (t) =>
    t.field({
      type: commandResult(builder, `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`, 'proposal', FileProposal),
      description: says,
      args: { input: t.arg({ type: DecideProposalInput, required: true }) },
      resolve: (_root, { input }, context) => run(context, input),
    }),
  );
}

const proposalWords = {
  PROPOSAL_MADE: 'A change or an exit was proposed.',
  PROPOSAL_CONFIRMED: 'The second person confirmed it.',
  PROPOSAL_REFUSED: 'The second person declined it.',
  PROPOSAL_WITHDRAWN: 'The person who proposed it withdrew it.',
} satisfies Record<'PROPOSAL_MADE' | `PROPOSAL_${ProposalDecision}`, string>;

addTimelineSource(
  { kinds: proposalWords, recordTypes: { CaseFile: 'Its case file.' } },
  async (context, householdIds) => {
    const proposals = await context.tx.fileProposal.findMany({
      where: { caseFile: { is: { householdId: { in: [...householdIds] } } } },
      include: { caseFile: { select: { householdId: true, household: { select: { organizationName: true } } } } },
    });
    const entries = await Promise.all(
      proposals.map(async (proposal) => {
        const kind = proposalKindNames[proposal.kind as ProposalKind];
        const entry = {
          id: proposal.id,
          householdId: proposal.caseFile.householdId,
          organizationName: proposal.caseFile.household.organizationName,
          recordType: 'CaseFile' as const,
          recordId: proposal.caseFileId,
        };
        const made = {
          ...entry,
          at: proposal.proposedAt,
          kind: 'PROPOSAL_MADE' as const,
          title: { zh: `提出${kind.zh}，待确认`, en: `Proposed: ${kind.en}, awaiting confirmation` },
          detail: undefined,
          actor: proposal.proposedByName,
        };
        if (proposal.decision === null || proposal.decidedAt === null) return [made];
        const decision = proposalDecisionNames[proposal.decision as ProposalDecision];
        const { householdId } = proposal.caseFile;
        const place = wordsPlace('file_proposal', 'decision_opinion', proposal);
        const opinion = await readWords(context, householdId, proposal.decisionOpinion, place);
        const decided = {
          ...entry,
          id: `${proposal.id}/decided`,
          at: proposal.decidedAt,
          kind: `PROPOSAL_${proposal.decision as ProposalDecision}` as const,
          title: { zh: `${kind.zh}：${decision.zh}`, en: `${kind.en}: ${decision.en}` },
          detail: opinion ?? undefined,
          actor: proposal.decidedByName ?? '',
        };
        return [made, decided];
      }),
    );
    return entries.flat();
  },
);

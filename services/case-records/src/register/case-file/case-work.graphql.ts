import { permits } from '@nuangong/access';
import { localDateAt } from '@nuangong/primitives';
import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { confirmedBy, proposalKinds } from './file-proposal.ts';

/** What waits in the actor's scope; applications add their counts in their own graph. */
export interface CaseWorkCounts {
  readonly drafts: number;
  readonly returned: number;
  readonly submitted: number;
  readonly reviewed: number;
  readonly active: number;
  readonly postingsEnded: number;
  readonly postingsRunning: number;
  readonly openObjections: number;
  readonly suspended: number;
  readonly proposals: number;
  readonly postingsToConfirm: number;
  readonly dibaoLinesToConfirm: number;
  readonly payeesToConfirm: number;
  readonly paymentsReturned: number;
}

export const CaseWork = builder.objectRef<CaseWorkCounts>('CaseWorkCounts').implement({
  description: 'How much work waits, for the landing page (待办).',
  fields: (t) => ({
    drafts: t.exposeInt('drafts', { description: 'Files being filled in.' }),
    returned: t.exposeInt('returned', { description: 'Files sent back to be completed.' }),
    submitted: t.exposeInt('submitted', { description: 'Files that wait for the county’s review.' }),
    reviewed: t.exposeInt('reviewed', { description: 'Files that passed it and are to be posted.' }),
    active: t.exposeInt('active', { description: 'Files in force.' }),
    postingsEnded: t.exposeInt('postingsEnded', {
      description: 'Over, their files to be opened; not while another’s word on them is wanted',
    }),
    postingsRunning: t.exposeInt('postingsRunning', { description: 'Postings still on the wall.' }),
    openObjections: t.exposeInt('openObjections', { description: 'Objections not answered yet.' }),
    suspended: t.exposeInt('suspended', { description: 'Files suspended.' }),
    proposals: t.exposeInt('proposals', {
      description: 'Changes after the wall and exits of others, as far as the actor’s role confirms them',
    }),
    postingsToConfirm: t.exposeInt('postingsToConfirm', {
      description: 'Entered afterwards, waiting for another’s word',
    }),
    dibaoLinesToConfirm: t.exposeInt('dibaoLinesToConfirm', { description: 'Set by others' }),
    payeesToConfirm: t.exposeInt('payeesToConfirm', {
      description: 'Corrections of payees by others that wait for a second person',
    }),
    paymentsReturned: t.exposeInt('paymentsReturned', {
      description: 'Households whose payment the bank returned and whose payee nobody corrected or confirmed since',
    }),
  }),
});

builder.queryField('caseWork', (t) =>
  t.field({
    type: CaseWork,
    description: 'What waits in case records for the reader.',
    resolve: async (_root, _arguments, context) => {
      requirePermission(context, 'household.read');
      const today = localDateAt(context.parts.clock());
      const kinds = proposalKinds.filter((kind) => permits(context.actor.roles, confirmedBy[kind]));
      const [counts] = await context.tx.$queryRaw<CaseWorkCounts[]>`
        select f.*, p.*, (select count(*)::int from objection where answered_at is null) as "openObjections",
          (select count(*)::int from file_proposal
            where decision is null and proposed_by <> access.staff() and kind = any(${kinds}::text[])) as proposals,
          (select count(*)::int from person_correction
            where state = 'WAITING' and corrected_by <> access.staff()) as "payeesToConfirm",
          (select count(*)::int from households_paid_back(null)) as "paymentsReturned",
          (select count(*)::int from dibao_line
            where awaits_confirmation and set_by <> access.staff()) as "dibaoLinesToConfirm"
        from (select count(*) filter (where status = 'DRAFT')::int as drafts,
            count(*) filter (where status = 'RETURNED')::int as returned,
            count(*) filter (where status = 'SUBMITTED')::int as submitted,
            count(*) filter (where status = 'COUNTY_REVIEW')::int as reviewed,
            count(*) filter (where status = 'ACTIVE')::int as active,
            count(*) filter (where status = 'SUSPENDED')::int as suspended from case_file) as f,
          (select count(*) filter (where ends_on < ${today}::date
              and (confirmed_at is not null or not posting_entered_afterwards(starts_on, published_at)))::int as "postingsEnded",
            count(*) filter (where ends_on >= ${today}::date)::int as "postingsRunning",
            count(*) filter (where confirmed_at is null and published_by <> access.staff()
              and posting_entered_afterwards(starts_on, published_at))::int as "postingsToConfirm"
            from public_posting where activated_at is null) as p`;
      if (counts === undefined) throw new Error('counting gave no row');
      return counts;
    },
  }),
);

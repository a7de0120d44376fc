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
  description: 'Pending work in case records, for the landing page (待办).',
  fields: (t) => ({
    drafts: t.exposeInt('drafts', { description: 'Files being filled in.' }),
    returned: t.exposeInt('returned', { description: 'Files returned for correction.' }),
    submitted: t.exposeInt('submitted', { description: 'Files awaiting county review.' }),
    reviewed: t.exposeInt('reviewed', { description: 'Files that passed review and await posting.' }),
    active: t.exposeInt('active', { description: 'Active files.' }),
    postingsEnded: t.exposeInt('postingsEnded', {
      description: 'Postings whose period is over and whose files can be opened; without those awaiting confirmation',
    }),
    postingsRunning: t.exposeInt('postingsRunning', { description: 'Postings in their period.' }),
    openObjections: t.exposeInt('openObjections', { description: 'Objections not answered yet.' }),
    suspended: t.exposeInt('suspended', { description: 'Files suspended.' }),
    proposals: t.exposeInt('proposals', {
      description: 'Changes after posting and exits proposed by others that the reader’s role may confirm',
    }),
    postingsToConfirm: t.exposeInt('postingsToConfirm', {
      description: 'Postings recorded afterwards that await confirmation',
    }),
    dibaoLinesToConfirm: t.exposeInt('dibaoLinesToConfirm', {
      description: 'Dibao lines set by others that await confirmation',
    }),
    payeesToConfirm: t.exposeInt('payeesToConfirm', {
      description: 'Payee corrections by others that await a second person',
    }),
    paymentsReturned: t.exposeInt('paymentsReturned', {
      description: 'Households with a returned payment whose payee has not been corrected or confirmed since',
    }),
  }),
});

builder.queryField('caseWork', (t) =>
  t.field({
    type: CaseWork,
    description: 'The reader’s pending work in case records.',
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
            from public_posting where activated_at is null and withdrawn_at is null) as p`;
      if (counts === undefined) throw new Error('counting gave no row');
      return counts;
    },
  }),
);

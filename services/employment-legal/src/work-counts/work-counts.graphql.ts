import { permits } from '@nuangong/access';
import { addDays, localDateAt } from '@nuangong/primitives';
import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';

interface Counts {
  readonly jobSeekersOpen: number;
  readonly vacanciesOpen: number;
  readonly referralsOpen: number;
  readonly legalCasesOpen: number;
  readonly deadlinesPassed: number;
  readonly deadlinesWithin30Days: number;
  readonly wageClaimsOpen: number;
}

const EmploymentLegalWorkCounts = builder.objectRef<Counts>('EmploymentLegalWorkCounts').implement({
  description: 'Pending work in work and rights; 0 for anything outside the reader’s role.',
  fields: (t) => ({
    jobSeekersOpen: t.exposeInt('jobSeekersOpen', { description: 'Job seekers looking for work.' }),
    vacanciesOpen: t.exposeInt('vacanciesOpen', { description: 'Vacancies with free positions.' }),
    referralsOpen: t.exposeInt('referralsOpen', { description: 'Referrals whose outcome is not known.' }),
    legalCasesOpen: t.exposeInt('legalCasesOpen', { description: 'Legal-aid cases in progress.' }),
    deadlinesPassed: t.exposeInt('deadlinesPassed', { description: 'Open cases whose limitation has ended.' }),
    deadlinesWithin30Days: t.exposeInt('deadlinesWithin30Days', {
      description: 'Open cases whose limitation ends within 30 days or has ended.',
    }),
    wageClaimsOpen: t.exposeInt('wageClaimsOpen', { description: 'Claims for wages still owed.' }),
  }),
});

builder.queryField('employmentLegalWork', (t) =>
  t.field({
    type: EmploymentLegalWorkCounts,
    description: 'The reader’s pending work in work and rights.',
    resolve: async (_root, _arguments, context) => {
      const work = permits(context.actor.roles, 'employment.read');
      const rights = permits(context.actor.roles, 'legal-case.read');
      if (!work) requirePermission(context, 'legal-case.read');
      const today = localDateAt(context.parts.clock());
      const [counts] = await context.tx.$queryRaw<Counts[]>`
        select
          (select count(*)::int from job_seeker where ${work} and status = 'OPEN') as "jobSeekersOpen",
          (select count(*)::int from vacancy where ${work} and status = 'OPEN') as "vacanciesOpen",
          (select count(*)::int from referral where ${work} and status = 'REFERRED') as "referralsOpen",
          (select count(*)::int from legal_case where ${rights} and status = 'OPEN') as "legalCasesOpen",
          (select count(*)::int from legal_case where ${rights} and status = 'OPEN'
            and limitation_date < ${today}::date) as "deadlinesPassed",
          (select count(*)::int from legal_case where ${rights} and status = 'OPEN'
            and limitation_date <= ${addDays(today, 30)}::date) as "deadlinesWithin30Days",
          (select count(*)::int from wage_claim where ${rights} and status = 'OPEN') as "wageClaimsOpen"`;
      if (counts === undefined) throw new Error('a statement of counts gave no row');
      return counts;
    },
  }),
);

import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';

export type ReferralStatus = 'REFERRED' | 'PLACED' | 'NOT_TAKEN';

/** Decides whether a seeker who still looks for work may be referred to a vacancy with positions left. */
export function decideReferral(
  seeker: { readonly status: 'OPEN' | 'PLACED' },
  vacancy: { readonly status: 'OPEN' | 'FILLED' },
): Result<true> {
  const problems: Problem[] = [];
  if (seeker.status === 'PLACED') problems.push(seekerPlaced('jobSeekerId'));
  if (vacancy.status === 'FILLED') problems.push(vacancyFilled('vacancyId'));
  return problems.length === 0 ? ok(true) : refuse(...problems);
}

/** The seeker has found work. */
export const seekerPlaced = (field?: string): Problem =>
  problem(
    'JOB_SEEKER_PLACED',
    {
      zh: '这位求职者已就业，再次求职先重新登记',
      en: 'This job seeker has found work; register them again for a new search',
    },
    field,
  );

/** No position is left. */
export const vacancyFilled = (field?: string): Problem =>
  problem('VACANCY_FILLED', { zh: '这个岗位已招满，另选岗位', en: 'This vacancy is filled; choose another' }, field);

/** The seeker already has an open referral to this vacancy. */
export const referredAlready = (): Problem =>
  problem(
    'REFERRED_ALREADY',
    {
      zh: '已向这个岗位介绍过这位求职者，等待结果',
      en: 'This job seeker is already referred to this vacancy; choose another',
    },
    'vacancyId',
  );

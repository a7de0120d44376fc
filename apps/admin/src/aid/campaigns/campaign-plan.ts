import { formatYuan, multiplyFen, parseYuan } from '@nuangong/primitives';
import type { Typed } from '../../base/form/field.ts';
import type { Problem } from '../../base/graph/command.ts';
import type { CampaignPlanChoicesQuery, OpenCampaignInput } from '../../base/graph/generated/operation-types.ts';

export type County = CampaignPlanChoicesQuery['organizations']['items'][number];
export type Clause = CampaignPlanChoicesQuery['policies'][number]['clauses'][number];

/** The usual phases of a winter campaign; a phase is included if its dates are given. */
export const customaryPhases = [
  { key: 'survey', name: '准备摸底', nameEn: 'Preparation and survey' },
  { key: 'publicity', name: '宣传发动', nameEn: 'Publicity' },
  { key: 'visiting', name: '走访慰问', nameEn: 'Visiting' },
  { key: 'summary', name: '总结上报', nameEn: 'Summary' },
] as const;

/** The names of a plan's fields in the form. */
export const fieldOf = {
  phaseFrom: (key: string) => `phase.${key}.from`,
  phaseTo: (key: string) => `phase.${key}.to`,
  category: (code: string) => `category.${code}`,
  quota: (countyId: string) => `quota.${countyId}`,
};

/** How many households a county may put forward; 0 if nothing was typed, NaN if it is not a number. */
export function quotaOf(typed: Typed, county: County): number {
  const text = (typed[fieldOf.quota(county.id)] ?? '').trim();
  if (text === '') return 0;
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

/** The households of all counties, and their cost at the typed standard; no cost without a standard. */
export function sumOfPlan(
  typed: Typed,
  counties: readonly County[],
): { readonly households: number; readonly budget: string | undefined } {
  const households = counties.reduce((sum, county) => sum + (quotaOf(typed, county) || 0), 0);
  const standard = parseYuan((typed['standard'] ?? '').trim());
  return { households, budget: standard.ok ? formatYuan(multiplyFen(standard.value, BigInt(households))) : undefined };
}

/** The problems of phases and quotas that are found before anything is sent. */
export function planFaults(
  typed: Typed,
  counties: readonly County[],
  words: (fault: 'phaseHalf' | 'quotaNumber' | 'openNobody', name: string) => string,
): readonly Problem[] {
  const problem = (field: string, said: string): Problem => ({ code: 'PLAN', field, zh: said, en: said });
  const halves = customaryPhases
    .filter(({ key }) => !typed[fieldOf.phaseFrom(key)] !== !typed[fieldOf.phaseTo(key)])
    .map(({ key, name }) => problem(fieldOf.phaseTo(key), words('phaseHalf', name)));
  const numbers = counties
    .filter((county) => Number.isNaN(quotaOf(typed, county)))
    .map((county) => problem(fieldOf.quota(county.id), words('quotaNumber', county.name)));
  const first = counties[0];
  const nobody =
    numbers.length === 0 && first !== undefined && sumOfPlan(typed, counties).households === 0
      ? [problem(fieldOf.quota(first.id), words('openNobody', first.name))]
      : [];
  return [...halves, ...numbers, ...nobody];
}

/** The command's input; the budget is the cost of all quotas at the standard. */
export function toCampaign(typed: Typed, clauses: readonly Clause[], counties: readonly County[]): OpenCampaignInput {
  const text = (name: string): string => (typed[name] ?? '').trim();
  const { budget } = sumOfPlan(typed, counties);
  return {
    name: text('name'),
    from: text('from'),
    to: text('to'),
    policy: text('policy'),
    standard: text('standard'),
    budget: budget ?? '0',
    phases: customaryPhases
      .filter(({ key }) => text(fieldOf.phaseFrom(key)) !== '')
      .map(({ key, name, nameEn }) => ({
        name,
        nameEn,
        from: text(fieldOf.phaseFrom(key)),
        to: text(fieldOf.phaseTo(key)),
      })),
    targetCategories: clauses
      .filter(({ code }) => typed[fieldOf.category(code)] === 'yes')
      .map(({ code, title, titleEn }) => ({ code, name: title, nameEn: titleEn })),
    bookId: typed['bookId'] || null,
    quotas: counties
      .filter((county) => quotaOf(typed, county) > 0)
      .map((county) => ({
        organizationId: county.id,
        households: quotaOf(typed, county),
        budget: sumOfPlan(typed, [county]).budget ?? '0',
      })),
  };
}

import { longDay } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import type { Fact } from '../../base/display/KeyFacts.tsx';
import type { EligibilityDecisionQuery } from '../../base/graph/generated/operation-types.ts';
import type { Language } from '../../base/i18n/language.ts';
import type { Say } from '../../base/i18n/use-words.ts';

export type Sheet = NonNullable<EligibilityDecisionQuery['eligibilityDecision']>;

/** The facts on the head of a decision sheet. */
export function sheetFacts(sheet: Sheet, say: Say, language: Language): readonly Fact[] {
  return [
    { name: say('sheet.amount'), value: money(sheet.amount) },
    {
      name: say('sheet.policy'),
      value: say('sheet.policyText', {
        name: sheet.policyName,
        from: longDay(sheet.policyInForceFrom, language),
      }),
    },
    { name: say('sheet.caseFile'), value: sheet.caseFileNumber },
    { name: say('sheet.frequency'), value: sheet.frequency },
    { name: say('sheet.union'), value: sheet.decidingUnionName },
    { name: say('sheet.decidedAt'), value: longDay(sheet.decidedAt, language) },
  ];
}

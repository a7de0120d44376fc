import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { Outcome, PolicyClauseKind } from './policy.ts';

export const PolicyClauseKindEnum = builder.enumType('PolicyClauseKind', {
  description: 'What a clause of a policy decides.',
  values: describedValues<PolicyClauseKind>({
    CATEGORY: 'Who is aided: one that fits is enough.',
    REQUIREMENT: 'Each must be met.',
    REFERENCE: 'Shown beside the others; decides nothing.',
  }),
});

export const DecisionOutcomeEnum = builder.enumType('DecisionOutcome', {
  description: 'What a policy answers for a household on a day.',
  values: describedValues<Outcome>({
    ELIGIBLE: 'It may be aided (符合条件).',
    NOT_ELIGIBLE: 'It may not be aided; the lines say why (不符合条件).',
    COORDINATE_FIRST: 'Another department is asked first (先协调).',
    DISCRETIONARY: 'The approver decides, within the policy’s range (酌情).',
  }),
});

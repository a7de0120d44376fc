import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { Outcome, PolicyClauseKind } from './policy.ts';

export const PolicyClauseKindEnum = builder.enumType('PolicyClauseKind', {
  description: 'The function of a clause in a policy.',
  values: describedValues<PolicyClauseKind>({
    CATEGORY: 'A category of who is eligible: one match is enough.',
    REQUIREMENT: 'A condition: all must be met.',
    REFERENCE: 'Shown for information; not used in the decision.',
  }),
});

export const DecisionOutcomeEnum = builder.enumType('DecisionOutcome', {
  description: 'The outcome of a policy for a household on a day.',
  values: describedValues<Outcome>({
    ELIGIBLE: 'Eligible (符合条件).',
    NOT_ELIGIBLE: 'Not eligible; the lines say why (不符合条件).',
    COORDINATE_FIRST: 'Coordination with another body comes first (先协调).',
    DISCRETIONARY: 'The approver decides, within the policy’s range (酌情).',
  }),
});

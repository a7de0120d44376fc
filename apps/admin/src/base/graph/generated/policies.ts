// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const policyListQuery = operation<types.PolicyListQuery, types.PolicyListQueryVariables>(
  "PolicyList",
  "query PolicyList { policies { code name nameEn version source inForceFrom inForceTo amountMin amountMax frequency outsideCampaigns clauses { code criterion threshold title titleEn source text note facts { name words } } } policyFacts { name words type unit origin evidence values { code words } } }",
);

export const policiesToApplyUnderQuery = operation<types.PoliciesToApplyUnderQuery, types.PoliciesToApplyUnderQueryVariables>(
  "PoliciesToApplyUnder",
  "query PoliciesToApplyUnder { policies { code name nameEn version outsideCampaigns } }",
);

export const policyQuestionsQuery = operation<types.PolicyQuestionsQuery, types.PolicyQuestionsQueryVariables>(
  "PolicyQuestions",
  "query PolicyQuestions($householdId: ID!, $policy: String!) { policyQuestions(householdId: $householdId, policy: $policy) { value words presumed mustBeAnswered answeredBy fact { name words type unit values { code words } } } }",
);

export const answerPolicyFactsMutation = operation<types.AnswerPolicyFactsMutation, types.AnswerPolicyFactsMutationVariables>(
  "AnswerPolicyFacts",
  "mutation AnswerPolicyFacts($input: AnswerPolicyFactsInput!) { answerPolicyFacts(input: $input) { problems { ...ProblemParts } answered } } fragment ProblemParts on Problem { code field zh en }",
);

export const applyForAidMutation = operation<types.ApplyForAidMutation, types.ApplyForAidMutationVariables>(
  "ApplyForAid",
  "mutation ApplyForAid($input: ApplyForAidInput!) { applyForAid(input: $input) { problems { ...ProblemParts } decision { id outcome } application { id number } } } fragment ProblemParts on Problem { code field zh en }",
);

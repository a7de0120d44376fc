// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const eligibilityDecisionQuery = operation<types.EligibilityDecisionQuery, types.EligibilityDecisionQueryVariables>(
  "EligibilityDecision",
  "query EligibilityDecision($id: ID!) { eligibilityDecision(id: $id) { id outcome amount amountMin amountMax cap aidType policyName policyInForceFrom decidedAt decidingUnionName evidenceMissing frequency pdfUrl docxUrl headName maskedIdentityNumber unitName caseFileNumber lines { criterion criterionEn householdValue threshold inForceFrom inForceTo evidence clauseCode clauseTitle source sourceText note met speaks } } }",
);

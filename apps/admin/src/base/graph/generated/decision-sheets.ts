// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const decisionSheetQuery = operation<types.DecisionSheetQuery, types.DecisionSheetQueryVariables>(
  "DecisionSheet",
  "query DecisionSheet($id: ID!) { decisionSheet(id: $id) { id outcome amount amountMin amountMax cap aidType policyCode policyName policyVersion caseFileVersion decidedAt inputsHash evidenceMissing frequency pdfUrl docxUrl headName maskedIdentityNumber unitName caseFileNumber lines { criterion criterionEn householdValue threshold inForceFrom inForceTo evidence clauseCode clauseTitle source sourceText note met speaks } } }",
);

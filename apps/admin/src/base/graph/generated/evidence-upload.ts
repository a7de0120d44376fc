// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const evidenceFileMatchesQuery = operation<types.EvidenceFileMatchesQuery, types.EvidenceFileMatchesQueryVariables>(
  "EvidenceFileMatches",
  "query EvidenceFileMatches($fileNames: [String!]!) { evidenceFileMatches(fileNames: $fileNames) { items { fileName kind caseFiles { id number household { id unitName head { id name maskedIdentityNumber } } } } } }",
);

export const evidenceKindsQuery = operation<types.EvidenceKindsQuery, types.EvidenceKindsQueryVariables>(
  "EvidenceKinds",
  "query EvidenceKinds { evidenceKinds { kind name nameEn } }",
);

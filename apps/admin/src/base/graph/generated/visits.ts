// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const visitRecordQuery = operation<types.VisitRecordQuery, types.VisitRecordQueryVariables>(
  "VisitRecord",
  "query VisitRecord($id: ID!) { visit(id: $id) { id visitedOn dateReason visitors leaderLed brought staffName safety { point state } household { id organizationName head { id name } } } }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const meQuery = operation<types.MeQuery, types.MeQueryVariables>(
  "Me",
  "query Me { me { staff { id username name roles mustChangePassword } organization { id code name kind path } roles onBehalfOf actions draftKey } }",
);

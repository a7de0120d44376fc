// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const formVersionListQuery = operation<types.FormVersionListQuery, types.FormVersionListQueryVariables>(
  "FormVersionList",
  "query FormVersionList($page: Int, $perPage: Int) { formVersions(page: $page, perPage: $perPage) { items { id form { code title titleEn version } draftedBy draftedAt issuedBy issuedAt } total } }",
);

export const draftFormMutation = operation<types.DraftFormMutation, types.DraftFormMutationVariables>(
  "DraftForm",
  "mutation DraftForm($input: DraftFormInput!) { draftForm(input: $input) { problems { ...ProblemParts } formVersion { id form { code title titleEn } } } } fragment ProblemParts on Problem { code field zh en }",
);

export const issueFormMutation = operation<types.IssueFormMutation, types.IssueFormMutationVariables>(
  "IssueForm",
  "mutation IssueForm($input: IssueFormInput!) { issueForm(input: $input) { problems { ...ProblemParts } formVersion { id } } } fragment ProblemParts on Problem { code field zh en }",
);

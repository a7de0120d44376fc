// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const postingListQuery = operation<types.PostingListQuery, types.PostingListQueryVariables>(
  "PostingList",
  "query PostingList($filter: PostingFilter, $page: Int, $perPage: Int) { postings(filter: $filter, page: $page, perPage: $perPage) { items { id place from to provisional status workingDays organizationName caseFileCount objectionCount openObjections enteredAfterwards confirmedBy } total } }",
);

export const postingRecordQuery = operation<types.PostingRecordQuery, types.PostingRecordQueryVariables>(
  "PostingRecord",
  "query PostingRecord($id: ID!) { posting(id: $id) { id place from to provisional status workingDays organizationName caseFileCount postedCount openObjections filesToOpen { ready awaitingAnswer upheld } listUrl names { caseFileId householdId name unitName maskedIdentityNumber leftFor } objections { id caseFileId raisedBy text raisedAt finding answeredAt upheld mayAnswer } enteredAfterwards publishedBy confirmedBy confirmedAt mayConfirm mayOpen objectionPhone withdrawnBy withdrawnAt withdrawnReason mayWithdraw photos { id fileName contentType size uploadedAt uploadedBy url previewUrl } } }",
);

export const publishPostingMutation = operation<types.PublishPostingMutation, types.PublishPostingMutationVariables>(
  "PublishPosting",
  "mutation PublishPosting($input: PublishPostingInput!) { publishPosting(input: $input) { problems { ...ProblemParts } job { id service } posting { id caseFileCount } } } fragment ProblemParts on Problem { code field zh en }",
);

export const publishingFactsQuery = operation<types.PublishingFactsQuery, types.PublishingFactsQueryVariables>(
  "PublishingFacts",
  "query PublishingFacts { postingWorkingDays me { organization { id contacts { id name duty phone inForceTo department { id } } } } }",
);

export const withdrawPostingMutation = operation<types.WithdrawPostingMutation, types.WithdrawPostingMutationVariables>(
  "WithdrawPosting",
  "mutation WithdrawPosting($input: WithdrawPostingInput!) { withdrawPosting(input: $input) { problems { ...ProblemParts } posting { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordObjectionMutation = operation<types.RecordObjectionMutation, types.RecordObjectionMutationVariables>(
  "RecordObjection",
  "mutation RecordObjection($input: RecordObjectionInput!) { recordObjection(input: $input) { problems { ...ProblemParts } objection { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const answerObjectionMutation = operation<types.AnswerObjectionMutation, types.AnswerObjectionMutationVariables>(
  "AnswerObjection",
  "mutation AnswerObjection($input: AnswerObjectionInput!) { answerObjection(input: $input) { problems { ...ProblemParts } objection { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const confirmPostingMutation = operation<types.ConfirmPostingMutation, types.ConfirmPostingMutationVariables>(
  "ConfirmPosting",
  "mutation ConfirmPosting($input: ConfirmPostingInput!) { confirmPosting(input: $input) { problems { ...ProblemParts } posting { id confirmedBy } } } fragment ProblemParts on Problem { code field zh en }",
);

export const activatePostingMutation = operation<types.ActivatePostingMutation, types.ActivatePostingMutationVariables>(
  "ActivatePosting",
  "mutation ActivatePosting($input: ActivatePostingInput!) { activatePosting(input: $input) { problems { ...ProblemParts } job { id service } posting { id status } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

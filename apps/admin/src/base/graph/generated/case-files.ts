// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const caseFileQueueQuery = operation<types.CaseFileQueueQuery, types.CaseFileQueueQueryVariables>(
  "CaseFileQueue",
  "query CaseFileQueue($filter: CaseFileFilter, $page: Int, $perPage: Int) { caseFiles(filter: $filter, page: $page, perPage: $perPage) { items { id number status version hardshipClass hardshipExplanation evidenceMissing lockedForMe lockReason updatedAt evidence { id kind kindName fileName contentType size uploadedAt uploadedBy url previewUrl } household { id unitName organizationName size monthlyIncomePerCapita dibaoStatus causes modelWorkerHonour headStanding migrantWorker workers migrantWorkers remark head { id name maskedIdentityNumber birthDate sex maskedPhone } members { id name relation standing ruralRegistration monthlyIncome health schooling } } } total } }",
);

export const caseFilesDecidedTodayQuery = operation<types.CaseFilesDecidedTodayQuery, types.CaseFilesDecidedTodayQueryVariables>(
  "CaseFilesDecidedToday",
  "query CaseFilesDecidedToday($page: Int, $perPage: Int) { caseFilesDecidedToday(page: $page, perPage: $perPage) { items { id to at undoRefusal { ...ProblemParts } caseFile { id number household { id unitName head { id name } } } } total } } fragment ProblemParts on Problem { code field zh en }",
);

export const undoCaseFileStepsMutation = operation<types.UndoCaseFileStepsMutation, types.UndoCaseFileStepsMutationVariables>(
  "UndoCaseFileSteps",
  "mutation UndoCaseFileSteps($input: UndoCaseFileStepsInput!) { undoCaseFileSteps(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const caseFilesLackingEvidenceQuery = operation<types.CaseFilesLackingEvidenceQuery, types.CaseFilesLackingEvidenceQueryVariables>(
  "CaseFilesLackingEvidence",
  "query CaseFilesLackingEvidence($status: CaseFileStatus!) { caseFilesLackingEvidence(status: $status) }",
);

export const caseFileOfHouseholdQuery = operation<types.CaseFileOfHouseholdQuery, types.CaseFileOfHouseholdQueryVariables>(
  "CaseFileOfHousehold",
  "query CaseFileOfHousehold($id: ID!) { caseFile(id: $id) { id household { id } } }",
);

export const submitCaseFilesMutation = operation<types.SubmitCaseFilesMutation, types.SubmitCaseFilesMutationVariables>(
  "SubmitCaseFiles",
  "mutation SubmitCaseFiles($input: CaseFilesInput!) { submitCaseFiles(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const passCaseFilesMutation = operation<types.PassCaseFilesMutation, types.PassCaseFilesMutationVariables>(
  "PassCaseFiles",
  "mutation PassCaseFiles($input: CaseFileDecisionInput!) { passCaseFiles(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const returnCaseFilesMutation = operation<types.ReturnCaseFilesMutation, types.ReturnCaseFilesMutationVariables>(
  "ReturnCaseFiles",
  "mutation ReturnCaseFiles($input: CaseFileDecisionInput!) { returnCaseFiles(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const proposeExitMutation = operation<types.ProposeExitMutation, types.ProposeExitMutationVariables>(
  "ProposeExit",
  "mutation ProposeExit($input: ProposeExitInput!) { proposeExit(input: $input) { problems { ...ProblemParts } caseFile { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const suspendCaseFileMutation = operation<types.SuspendCaseFileMutation, types.SuspendCaseFileMutationVariables>(
  "SuspendCaseFile",
  "mutation SuspendCaseFile($input: StepCaseFileInput!) { suspendCaseFile(input: $input) { problems { ...ProblemParts } caseFile { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const resumeCaseFileMutation = operation<types.ResumeCaseFileMutation, types.ResumeCaseFileMutationVariables>(
  "ResumeCaseFile",
  "mutation ResumeCaseFile($input: StepCaseFileInput!) { resumeCaseFile(input: $input) { problems { ...ProblemParts } caseFile { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const reopenCaseFileMutation = operation<types.ReopenCaseFileMutation, types.ReopenCaseFileMutationVariables>(
  "ReopenCaseFile",
  "mutation ReopenCaseFile($input: StepCaseFileInput!) { reopenCaseFile(input: $input) { problems { ...ProblemParts } caseFile { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const proposalListQuery = operation<types.ProposalListQuery, types.ProposalListQueryVariables>(
  "ProposalList",
  "query ProposalList($page: Int, $perPage: Int) { fileProposals(page: $page, perPage: $perPage) { items { ...ProposalParts caseFile { id number status household { id organizationName head { id name } } } } total } } fragment ProposalParts on FileProposal { id kind why changes { fact before after } exitReason exitedOn dateReason proposedBy proposedAt mayDecide mayWithdraw }",
);

export const confirmProposalMutation = operation<types.ConfirmProposalMutation, types.ConfirmProposalMutationVariables>(
  "ConfirmProposal",
  "mutation ConfirmProposal($input: DecideProposalInput!) { confirmProposal(input: $input) { problems { ...ProblemParts } proposal { id decision } } } fragment ProblemParts on Problem { code field zh en }",
);

export const refuseProposalMutation = operation<types.RefuseProposalMutation, types.RefuseProposalMutationVariables>(
  "RefuseProposal",
  "mutation RefuseProposal($input: DecideProposalInput!) { refuseProposal(input: $input) { problems { ...ProblemParts } proposal { id decision } } } fragment ProblemParts on Problem { code field zh en }",
);

export const withdrawProposalMutation = operation<types.WithdrawProposalMutation, types.WithdrawProposalMutationVariables>(
  "WithdrawProposal",
  "mutation WithdrawProposal($input: DecideProposalInput!) { withdrawProposal(input: $input) { problems { ...ProblemParts } proposal { id decision } } } fragment ProblemParts on Problem { code field zh en }",
);

export const rejectCaseFilesMutation = operation<types.RejectCaseFilesMutation, types.RejectCaseFilesMutationVariables>(
  "RejectCaseFiles",
  "mutation RejectCaseFiles($input: CaseFileDecisionInput!) { rejectCaseFiles(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

import { carryOut } from '../../base/graph/command.ts';
import {
  confirmProposalMutation,
  passCaseFilesMutation,
  proposeExitMutation,
  refuseProposalMutation,
  rejectCaseFilesMutation,
  reopenCaseFileMutation,
  resumeCaseFileMutation,
  returnCaseFilesMutation,
  submitCaseFilesMutation,
  suspendCaseFileMutation,
  undoCaseFileStepsMutation,
  withdrawProposalMutation,
} from '../../base/graph/generated/case-files.ts';
import type {
  CaseFileDecisionInput,
  CaseFilesInput,
  DecideProposalInput,
  ProposeExitInput,
  StepCaseFileInput,
  UndoCaseFileStepsInput,
} from '../../base/graph/generated/operation-types.ts';

/** Puts drafts and returned files before the county's reviewer: some, or all of the clerk's own. */
export const submitCaseFiles = (input: CaseFilesInput) => carryOut(submitCaseFilesMutation, input);

/** The county's reviewer passes files; they can then be posted. */
export const passCaseFiles = (input: CaseFileDecisionInput) => carryOut(passCaseFilesMutation, input);

/** The county's reviewer sends files back to be completed (退回补正); the opinion says what is missing. */
export const returnCaseFiles = (input: CaseFileDecisionInput) => carryOut(returnCaseFilesMutation, input);

/** The county's reviewer rejects these files (驳回); the opinion says why. */
export const rejectCaseFiles = (input: CaseFileDecisionInput) => carryOut(rejectCaseFilesMutation, input);

/** Undoes the reader's own decisions of today on these files: they wait for review again. */
export const undoCaseFileSteps = (input: UndoCaseFileStepsInput) => carryOut(undoCaseFileStepsMutation, input);

/** Proposes the exit of a household: reason, day, and what the check visit found; a second person confirms it. */
export const proposeExit = (input: ProposeExitInput) => carryOut(proposeExitMutation, input);

/** Stops payments to an active file until it is resumed. */
export const suspendCaseFile = (input: StepCaseFileInput) => carryOut(suspendCaseFileMutation, input);

/** Makes a suspended file active again. */
export const resumeCaseFile = (input: StepCaseFileInput) => carryOut(resumeCaseFileMutation, input);

/** Makes a rejected or ended file a draft again, under its number. */
export const reopenCaseFile = (input: StepCaseFileInput) => carryOut(reopenCaseFileMutation, input);

/** Confirms somebody else's proposal; it takes effect immediately. */
export const confirmProposal = (input: DecideProposalInput) => carryOut(confirmProposalMutation, input);

/** Refuses somebody else's proposal, with the reason. */
export const refuseProposal = (input: DecideProposalInput) => carryOut(refuseProposalMutation, input);

/** Withdraws one's own proposal. */
export const withdrawProposal = (input: DecideProposalInput) => carryOut(withdrawProposalMutation, input);

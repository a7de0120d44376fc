import { carryOut } from '../graph/command.ts';
import {
  exitCaseFileMutation,
  passCaseFilesMutation,
  rejectCaseFilesMutation,
  returnCaseFilesMutation,
  submitCaseFilesMutation,
} from '../graph/generated/case-files.ts';
import type { CaseFileDecisionInput, CaseFilesInput, ExitCaseFileInput } from '../graph/generated/operation-types.ts';

/** Puts drafts and returned files before the county's reviewer: some, or all of the clerk's own. */
export const submitCaseFiles = (input: CaseFilesInput) => carryOut(submitCaseFilesMutation, input);

/** The county's reviewer finds files in order; they can be posted then. */
export const passCaseFiles = (input: CaseFileDecisionInput) => carryOut(passCaseFilesMutation, input);

/** The county's reviewer sends files back to be completed (退回补正); the opinion says what is missing. */
export const returnCaseFiles = (input: CaseFileDecisionInput) => carryOut(returnCaseFilesMutation, input);

/** The county's reviewer ends the matter for these files (驳回); the opinion says why. */
export const rejectCaseFiles = (input: CaseFileDecisionInput) => carryOut(rejectCaseFilesMutation, input);

/** Ends the active file of a household that left hardship: reason, day, and what the check visit found. */
export const exitCaseFile = (input: ExitCaseFileInput) => carryOut(exitCaseFileMutation, input);

import { carryOut } from '../../base/graph/command.ts';
import { sendFile } from '../../base/graph/send-file.ts';
import type {
  ActivatePostingInput,
  AnswerObjectionInput,
  ConfirmPostingInput,
  PublishPostingInput,
  RecordObjectionInput,
  WithdrawPostingInput,
} from '../../base/graph/generated/operation-types.ts';
import {
  activatePostingMutation,
  answerObjectionMutation,
  confirmPostingMutation,
  publishPostingMutation,
  recordObjectionMutation,
  withdrawPostingMutation,
} from '../../base/graph/generated/postings.ts';

/** Posts reviewed files publicly at a place from a day on; the period of working days starts then. */
export const publishPosting = (input: PublishPostingInput) => carryOut(publishPostingMutation, input);

/** Activates the files of a posting whose period is over, except those that an objection holds back. */
export const activatePosting = (input: ActivatePostingInput) => carryOut(activatePostingMutation, input);

/** Confirms that a list entered afterwards was posted. */
export const confirmPosting = (input: ConfirmPostingInput) => carryOut(confirmPostingMutation, input);

/** Withdraws a posting with the reason, before any of its files is open (撤回公示). */
export const withdrawPosting = (input: WithdrawPostingInput) => carryOut(withdrawPostingMutation, input);

/** Adds a photograph of the posted list. */
export const uploadPostingPhoto = (input: { readonly postingId: string; readonly file: File }) =>
  sendFile(`/files/case-records/postings/${input.postingId}/photos`, input.file);

/** Records somebody's objection to one posted household. */
export const recordObjection = (input: RecordObjectionInput) => carryOut(recordObjectionMutation, input);

/** Records the findings on an objection, and whether it is upheld. */
export const answerObjection = (input: AnswerObjectionInput) => carryOut(answerObjectionMutation, input);

import { carryOut } from '../../base/graph/command.ts';
import { sendFile } from '../../base/graph/send-file.ts';
import type {
  ActivatePostingInput,
  AnswerObjectionInput,
  ConfirmPostingInput,
  PublishPostingInput,
  RecordObjectionInput,
} from '../../base/graph/generated/operation-types.ts';
import {
  activatePostingMutation,
  answerObjectionMutation,
  confirmPostingMutation,
  publishPostingMutation,
  recordObjectionMutation,
} from '../../base/graph/generated/postings.ts';

/** Posts reviewed files publicly at a place from a day on; the clock of working days starts there. */
export const publishPosting = (input: PublishPostingInput) => carryOut(publishPostingMutation, input);

/** Opens the files of a posting whose period is over, but for those that an objection holds back. */
export const activatePosting = (input: ActivatePostingInput) => carryOut(activatePostingMutation, input);

/** Confirms that a list entered afterwards hung on the wall. */
export const confirmPosting = (input: ConfirmPostingInput) => carryOut(confirmPostingMutation, input);

/** Adds a photograph of the list on the wall. */
export const uploadPostingPhoto = (input: { readonly postingId: string; readonly file: File }) =>
  sendFile(`/files/case-records/postings/${input.postingId}/photos`, input.file);

/** Records what someone objects against one posted household. */
export const recordObjection = (input: RecordObjectionInput) => carryOut(recordObjectionMutation, input);

/** Records what was found about an objection, and whether it holds. */
export const answerObjection = (input: AnswerObjectionInput) => carryOut(answerObjectionMutation, input);

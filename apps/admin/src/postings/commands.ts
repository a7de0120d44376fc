import { carryOut } from '../graph/command.ts';
import type {
  ActivatePostingInput,
  AnswerObjectionInput,
  PublishPostingInput,
  RecordObjectionInput,
} from '../graph/generated/operation-types.ts';
import {
  activatePostingMutation,
  answerObjectionMutation,
  publishPostingMutation,
  recordObjectionMutation,
} from '../graph/generated/postings.ts';

/** Posts reviewed files publicly at a place from a day on; the clock of working days starts there. */
export const publishPosting = (input: PublishPostingInput) => carryOut(publishPostingMutation, input);

/** Opens the files of a posting whose period is over, but for those that an objection holds back. */
export const activatePosting = (input: ActivatePostingInput) => carryOut(activatePostingMutation, input);

/** Records what someone objects against one posted household. */
export const recordObjection = (input: RecordObjectionInput) => carryOut(recordObjectionMutation, input);

/** Records what was found about an objection, and whether it holds. */
export const answerObjection = (input: AnswerObjectionInput) => carryOut(answerObjectionMutation, input);

import { carryOut } from '../../base/graph/command.ts';
import type { AnswerSuspectedDoubleInput } from '../../base/graph/generated/operation-types.ts';
import { answerSuspectedDoubleMutation } from '../../base/graph/generated/same-person.ts';

/** Answers, with a reason, the suspicion that the heads of two households are one person. */
export const answerSuspectedDouble = (input: AnswerSuspectedDoubleInput) =>
  carryOut(answerSuspectedDoubleMutation, input);

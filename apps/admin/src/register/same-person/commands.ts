import { carryOut } from '../../base/graph/command.ts';
import type { AnswerSuspectedDoubleInput } from '../../base/graph/generated/operation-types.ts';
import { answerSuspectedDoubleMutation } from '../../base/graph/generated/same-person.ts';

/** Answers, with a reason, that somebody who looks like the head of another household was looked into. */
export const answerSuspectedDouble = (input: AnswerSuspectedDoubleInput) =>
  carryOut(answerSuspectedDoubleMutation, input);

import { carryOut } from '../graph/command.ts';
import type { AnswerSuspectedDoubleInput } from '../graph/generated/operation-types.ts';
import { answerSuspectedDoubleMutation } from '../graph/generated/same-person.ts';

/** Answers, with a reason, that somebody who looks like the head of another household was looked into. */
export const answerSuspectedDouble = (input: AnswerSuspectedDoubleInput) =>
  carryOut(answerSuspectedDoubleMutation, input);

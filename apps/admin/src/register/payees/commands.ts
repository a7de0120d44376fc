import { carryOut } from '../../base/graph/command.ts';
import type {
  CorrectPayeeInput,
  DecidePayeeCorrectionInput,
  UnmaskPayeeCorrectionInput,
} from '../../base/graph/generated/operation-types.ts';
import {
  confirmPayeeCorrectionMutation,
  correctPayeeMutation,
  refusePayeeCorrectionMutation,
  unmaskPayeeCorrectionMutation,
} from '../../base/graph/generated/payees.ts';

/** Corrects a household's payee; if money waits, once a second person has confirmed it. */
export const correctPayee = (input: CorrectPayeeInput) => carryOut(correctPayeeMutation, input);

/** Confirms somebody else's correction. */
export const confirmPayeeCorrection = (input: DecidePayeeCorrectionInput) =>
  carryOut(confirmPayeeCorrectionMutation, input);

/** Refuses somebody else's correction, with the reason. */
export const refusePayeeCorrection = (input: DecidePayeeCorrectionInput) =>
  carryOut(refusePayeeCorrectionMutation, input);

/** Shows the whole numbers before and after; the reason is recorded in the audit log. */
export const unmaskPayeeCorrection = (input: UnmaskPayeeCorrectionInput) =>
  carryOut(unmaskPayeeCorrectionMutation, input);

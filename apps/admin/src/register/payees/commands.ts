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

/** Corrects a household's payee; where money waits, once another has confirmed it. */
export const correctPayee = (input: CorrectPayeeInput) => carryOut(correctPayeeMutation, input);

/** Confirms what another corrected. */
export const confirmPayeeCorrection = (input: DecidePayeeCorrectionInput) =>
  carryOut(confirmPayeeCorrectionMutation, input);

/** Refuses what another corrected, with words. */
export const refusePayeeCorrection = (input: DecidePayeeCorrectionInput) =>
  carryOut(refusePayeeCorrectionMutation, input);

/** Shows the whole numbers before and after; the reason is kept in the audit log. */
export const unmaskPayeeCorrection = (input: UnmaskPayeeCorrectionInput) =>
  carryOut(unmaskPayeeCorrectionMutation, input);

import { request } from '../../base/graph/client.ts';
import { carryOut } from '../../base/graph/command.ts';
import {
  confirmAccountActMutation,
  markAccountActsSeenMutation,
  refuseAccountActMutation,
  withdrawAccountActMutation,
} from '../../base/graph/generated/account-acts.ts';
import type { DecideAccountActInput } from '../../base/graph/generated/operation-types.ts';

/** Gives a second person’s word: the act is carried out. */
export const confirmAccountAct = (input: DecideAccountActInput) => carryOut(confirmAccountActMutation, input);

/** Refuses an act: nothing is done. */
export const refuseAccountAct = (input: DecideAccountActInput) => carryOut(refuseAccountActMutation, input);

/** Takes the own act back. */
export const withdrawAccountAct = (input: DecideAccountActInput) => carryOut(withdrawAccountActMutation, input);

/** Keeps that the owner has read what was done on the own account. */
export const markAccountActsSeen = async (_input: null) =>
  (await request(markAccountActsSeenMutation, {})).markAccountActsSeen;

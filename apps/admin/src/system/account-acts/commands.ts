import { request } from '../../base/graph/client.ts';
import { carryOut } from '../../base/graph/command.ts';
import {
  confirmAccountActMutation,
  markAccountActsSeenMutation,
  refuseAccountActMutation,
  withdrawAccountActMutation,
} from '../../base/graph/generated/account-acts.ts';
import type { DecideAccountActInput } from '../../base/graph/generated/operation-types.ts';

/** Confirms an act as a second person: it is carried out. */
export const confirmAccountAct = (input: DecideAccountActInput) => carryOut(confirmAccountActMutation, input);

/** Refuses an act: nothing is done. */
export const refuseAccountAct = (input: DecideAccountActInput) => carryOut(refuseAccountActMutation, input);

/** Withdraws the own act. */
export const withdrawAccountAct = (input: DecideAccountActInput) => carryOut(withdrawAccountActMutation, input);

/** Records that the owner has read the acts on the own account. */
export const markAccountActsSeen = async (_input: null) =>
  (await request(markAccountActsSeenMutation, {})).markAccountActsSeen;

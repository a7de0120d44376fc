import { carryOut } from '../../base/graph/command.ts';
import { receiveAllocationMutation, sendAllocationMutation } from '../../base/graph/generated/allocations.ts';
import type { ReceiveAllocationInput, SendAllocationInput } from '../../base/graph/generated/operation-types.ts';

/** Sends money of a fund down to a subordinate (下拨), once per idempotency key. */
export const sendAllocation = (input: SendAllocationInput) => carryOut(sendAllocationMutation, input);

/** Acknowledges an allocation in the receiver's own book. */
export const receiveAllocation = (input: ReceiveAllocationInput) => carryOut(receiveAllocationMutation, input);

import { carryOut } from '../../base/graph/command.ts';
import {
  confirmDibaoLineMutation,
  refuseDibaoLineMutation,
  setDibaoLineMutation,
} from '../../base/graph/generated/dibao-lines.ts';
import type {
  ConfirmDibaoLineInput,
  RefuseDibaoLineInput,
  SetDibaoLineInput,
} from '../../base/graph/generated/operation-types.ts';

/** Sets the dibao line (最低生活保障线) of the own unit from a day on, and its margin factor; a second person confirms it. */
export const setDibaoLine = (input: SetDibaoLineInput) => carryOut(setDibaoLineMutation, input);

/** Confirms a line that somebody else set: files are classified again from its first day. */
export const confirmDibaoLine = (input: ConfirmDibaoLineInput) => carryOut(confirmDibaoLineMutation, input);

/** Removes a line that waits to be confirmed. */
export const refuseDibaoLine = (input: RefuseDibaoLineInput) => carryOut(refuseDibaoLineMutation, input);

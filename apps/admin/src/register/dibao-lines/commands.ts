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

/** Sets the dibao line (最低生活保障线) of the own unit from a day on, and its margin factor; another confirms it. */
export const setDibaoLine = (input: SetDibaoLineInput) => carryOut(setDibaoLineMutation, input);

/** Confirms a line that another set: files are judged anew from its first day. */
export const confirmDibaoLine = (input: ConfirmDibaoLineInput) => carryOut(confirmDibaoLineMutation, input);

/** Takes a line away that waits to be confirmed. */
export const refuseDibaoLine = (input: RefuseDibaoLineInput) => carryOut(refuseDibaoLineMutation, input);

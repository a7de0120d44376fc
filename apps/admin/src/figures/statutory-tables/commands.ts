import { carryOut } from '../../base/graph/command.ts';
import {
  acceptTableMutation,
  enterFiguresMutation,
  returnTableMutation,
  submitTableMutation,
} from '../../base/graph/generated/statutory-tables.ts';
import type {
  AcceptTableInput,
  EnterFiguresInput,
  ReturnTableInput,
  SubmitTableInput,
} from '../../base/graph/generated/operation-types.ts';

/** Enters figures, or adjusts derived ones with a reason; a blank value removes the last one. */
export const enterFigures = (input: EnterFiguresInput) => carryOut(enterFiguresMutation, input);

/** Submits a table (上报): every cell is frozen. */
export const submitTable = (input: SubmitTableInput) => carryOut(submitTableMutation, input);

/** Accepts a submitted table of an organisation directly below: it counts in the own one. */
export const acceptTable = (input: AcceptTableInput) => carryOut(acceptTableMutation, input);

/** Returns a submitted table of an organisation directly below, with remarks at its cells. */
export const returnTable = (input: ReturnTableInput) => carryOut(returnTableMutation, input);

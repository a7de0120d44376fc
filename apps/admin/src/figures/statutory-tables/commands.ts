import { carryOut } from '../../base/graph/command.ts';
import { enterFigureMutation, submitTableMutation } from '../../base/graph/generated/statutory-tables.ts';
import type { EnterFigureInput, SubmitTableInput } from '../../base/graph/generated/operation-types.ts';

/** Enters a figure, or adjusts a derived one with a reason; a blank value removes the last one. */
export const enterFigure = (input: EnterFigureInput) => carryOut(enterFigureMutation, input);

/** Submits a table (上报): every cell is frozen. */
export const submitTable = (input: SubmitTableInput) => carryOut(submitTableMutation, input);

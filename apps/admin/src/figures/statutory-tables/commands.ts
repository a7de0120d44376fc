import { carryOut } from '../../base/graph/command.ts';
import { enterFiguresMutation, submitTableMutation } from '../../base/graph/generated/statutory-tables.ts';
import type { EnterFiguresInput, SubmitTableInput } from '../../base/graph/generated/operation-types.ts';

/** Enters figures, or adjusts derived ones with a reason; a blank value removes the last one. */
export const enterFigures = (input: EnterFiguresInput) => carryOut(enterFiguresMutation, input);

/** Submits a table (上报): every cell is frozen. */
export const submitTable = (input: SubmitTableInput) => carryOut(submitTableMutation, input);

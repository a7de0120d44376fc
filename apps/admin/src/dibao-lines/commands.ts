import { carryOut } from '../graph/command.ts';
import { setDibaoLineMutation } from '../graph/generated/dibao-lines.ts';
import type { SetDibaoLineInput } from '../graph/generated/operation-types.ts';

/** Sets the dibao line (最低生活保障线) of the own unit from a day on, and its margin factor. */
export const setDibaoLine = (input: SetDibaoLineInput) => carryOut(setDibaoLineMutation, input);

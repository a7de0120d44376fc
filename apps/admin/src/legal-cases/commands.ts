import { carryOut } from '../graph/command.ts';
import { closeLegalCaseMutation, openLegalCaseMutation } from '../graph/generated/legal-cases.ts';
import type { CloseLegalCaseInput, OpenLegalCaseInput } from '../graph/generated/operation-types.ts';

/** Opens a legal-aid case; whoever opens it is its officer. */
export const openLegalCase = (input: OpenLegalCaseInput) => carryOut(openLegalCaseMutation, input);

/** Closes a case with its outcome. */
export const closeLegalCase = (input: CloseLegalCaseInput) => carryOut(closeLegalCaseMutation, input);

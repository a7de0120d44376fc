import { carryOut } from '../../base/graph/command.ts';
import { closeLegalCaseMutation, openLegalCaseMutation } from '../../base/graph/generated/legal-cases.ts';
import type { CloseLegalCaseInput, OpenLegalCaseInput } from '../../base/graph/generated/operation-types.ts';

/** Opens a legal-aid case; the caller becomes its officer. */
export const openLegalCase = (input: OpenLegalCaseInput) => carryOut(openLegalCaseMutation, input);

/** Closes a case with its outcome. */
export const closeLegalCase = (input: CloseLegalCaseInput) => carryOut(closeLegalCaseMutation, input);

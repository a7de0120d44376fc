import { carryOut, type Problem } from '../../base/graph/command.ts';
import { sendFile } from '../../base/graph/send-file.ts';
import {
  changeHouseholdMutation,
  recordMoveMutation,
  recordVisitMutation,
  registerHouseholdMutation,
  unmaskBankAccountMutation,
  unmaskIdentityMutation,
  unmaskPhoneMutation,
} from '../../base/graph/generated/households.ts';
import type {
  ChangeHouseholdInput,
  RecordMoveInput,
  RecordVisitInput,
  RegisterHouseholdInput,
  UnmaskIdentityInput,
  UnmaskNumberInput,
} from '../../base/graph/generated/operation-types.ts';

/** Registers a household with its head and members, and opens its draft file. */
export const registerHousehold = (input: RegisterHouseholdInput) => carryOut(registerHouseholdMutation, input);

/** Changes a household's facts; the earlier ones stay readable, with who, when and why. */
export const changeHousehold = (input: ChangeHouseholdInput) => carryOut(changeHouseholdMutation, input);

/** Shows a whole identity number; the reason is recorded in the audit log. */
export const unmaskIdentity = (input: UnmaskIdentityInput) => carryOut(unmaskIdentityMutation, input);

/** Shows a whole telephone number; the reason is recorded in the audit log. */
export const unmaskPhone = (input: UnmaskNumberInput) => carryOut(unmaskPhoneMutation, input);

/** Shows a whole bank account; the reason is recorded in the audit log. */
export const unmaskBankAccount = (input: UnmaskNumberInput) => carryOut(unmaskBankAccountMutation, input);

/** Records that somebody left a household. */
export const recordMove = (input: RecordMoveInput) => carryOut(recordMoveMutation, input);

/** Records a visit to a household. */
export const recordVisit = (input: RecordVisitInput) => carryOut(recordVisitMutation, input);

/** Uploads one piece of evidence to a case file; the answer's problems say why it was not accepted. */
export async function uploadEvidence(input: {
  readonly caseFileId: string;
  readonly kind: string;
  readonly file: File;
}): Promise<{ readonly problems: readonly Problem[] }> {
  const { caseFileId, kind, file } = input;
  return sendFile(`/files/case-records/case-files/${caseFileId}/evidence`, file, { kind });
}

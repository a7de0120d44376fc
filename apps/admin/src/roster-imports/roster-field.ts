/** What a column of a roster can hold. */
export const rosterFields = [
  'NAME',
  'SEX',
  'IDENTITY',
  'UNIT',
  'HOUSEHOLD_SIZE',
  'INCOME',
  'INCOME_YEARLY',
  'CAUSES',
  'DIBAO',
  'MIGRANT',
  'MODEL_WORKER',
  'PHONE',
  'BANK_ACCOUNT',
  'REMARK',
] as const;

export type RosterField = (typeof rosterFields)[number];

/** Whether a word is one of the fields. */
export function isRosterField(word: string | null | undefined): word is RosterField {
  return rosterFields.some((field) => field === word);
}

const needed: readonly RosterField[] = ['NAME', 'IDENTITY', 'INCOME', 'CAUSES'];

/** The fields that a roster cannot do without and that no column holds yet. */
export function fieldsWanted(columns: readonly { readonly field: string | null }[]): readonly RosterField[] {
  const has = (field: RosterField): boolean => columns.some((column) => column.field === field);
  return needed.filter((field) => !has(field) && !(field === 'INCOME' && has('INCOME_YEARLY')));
}

/** What a column of a roster can hold. */
export const rosterFields = [
  'NAME',
  'SEX',
  'IDENTITY',
  'RELATION',
  'UNIT',
  'HOUSEHOLD_SIZE',
  'INCOME',
  'INCOME_YEARLY',
  'CAUSES',
  'DIBAO',
  'STANDING',
  'MIGRANT',
  'MODEL_WORKER',
  'PHONE',
  'BANK_ACCOUNT',
  'REMARK',
] as const;

export type RosterField = (typeof rosterFields)[number];

/** Whether a text is one of the fields. */
export function isRosterField(word: string | null | undefined): word is RosterField {
  return rosterFields.some((field) => field === word);
}

const needed: readonly RosterField[] = ['NAME', 'IDENTITY', 'INCOME', 'CAUSES'];

/** The required fields that no column holds yet. */
export function fieldsWanted(columns: readonly { readonly field: string | null }[]): readonly RosterField[] {
  const has = (field: RosterField): boolean => columns.some((column) => column.field === field);
  return needed.filter((field) => !has(field) && !(field === 'INCOME' && has('INCOME_YEARLY')));
}

/** The properties of a column that questions depend on. */
export interface AskedColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: string | null;
  readonly guessed: boolean;
  readonly doubled: string | null;
}

/** Whether columns still have questions: a field is missing, a guess unconfirmed, a heading repeated. */
export function hasQuestions(columns: readonly AskedColumn[], householdSize: number | null): boolean {
  const hasSize = householdSize !== null || columns.some(({ field }) => field === 'HOUSEHOLD_SIZE');
  return (
    !hasSize || fieldsWanted(columns).length > 0 || columns.some(({ guessed, doubled }) => guessed || doubled !== null)
  );
}

/** Sheets with the same headings in the same places, whose columns are named together. */
export function groupByHeadings<Sheet extends { readonly columns: readonly AskedColumn[] }>(
  sheets: readonly Sheet[],
): readonly (readonly Sheet[])[] {
  const headings = ({ columns }: Sheet): string =>
    JSON.stringify(columns.map(({ index, heading }) => [index, heading]));
  return [...Map.groupBy(sheets, headings).values()];
}

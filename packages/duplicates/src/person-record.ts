/** A person as one row of a register names them; every text as typed, empty where the cell is empty. */
export interface PersonRecord {
  /** Unique within the register; appears in the pairs. */
  readonly id: string;
  /** Who registered the person; no evidence, because duplicates cross counties. */
  readonly county: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly account: string;
  /** The township, community or address. */
  readonly region: string;
  /** The employer. */
  readonly unit: string;
}

/** The fields of a person, in the order of the file's columns. */
export const personFields = [
  'id',
  'county',
  'name',
  'birthDate',
  'sex',
  'identityNumber',
  'phone',
  'account',
  'region',
  'unit',
] as const satisfies readonly (keyof PersonRecord)[];
export type PersonField = (typeof personFields)[number];

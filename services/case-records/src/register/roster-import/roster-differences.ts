import { formatYuan, fen, maskBankAccount, maskPhone, plainText } from '@nuangong/primitives';
import {
  dibaoStatusNames,
  hardshipCauseNames,
  modelWorkerHonourNames,
  personStandingNames,
} from '../household/words-of-facts.ts';
import type { RegisteredValues } from './registered-values.ts';
import type { RosterField } from './roster-columns.ts';
import type { RosterReading } from './roster-row.ts';

/** A row's values in the register's terms; fields that the row leaves blank are missing. */
export type SaidValues = { readonly [Field in keyof RegisteredValues]?: RegisteredValues[Field] };

/** The values of a valid row. A size that the clerk gave for all rows is not included. */
export function saidIn({ facts, phone, bankAccount, stated }: RosterReading): SaidValues {
  if (facts === undefined) return {};
  const said = <Name extends keyof RegisteredValues>(field: RosterField, name: Name, value: RegisteredValues[Name]) =>
    stated.has(field) ? { [name]: value } : {};
  return {
    ...said('UNIT', 'unitName', facts.unitName),
    ...said('HOUSEHOLD_SIZE', 'declaredSize', facts.declaredSize),
    ...said(stated.has('INCOME_YEARLY') ? 'INCOME_YEARLY' : 'INCOME', 'perCapitaIncome', facts.perCapitaIncome),
    ...said('DIBAO', 'dibaoStatus', facts.dibaoStatus),
    ...said('CAUSES', 'causes', facts.causes),
    ...said('MODEL_WORKER', 'modelWorkerHonour', facts.modelWorkerHonour),
    ...said('STANDING', 'headStanding', facts.headStanding),
    ...said('MIGRANT', 'migrantWorker', facts.migrantWorker),
    ...(phone === undefined ? {} : { phone }),
    ...(bankAccount === undefined ? {} : { bankAccount }),
    ...(facts.remark === null ? {} : { remark: facts.remark }),
  };
}

const fieldNames: readonly (readonly [RosterField, keyof RegisteredValues])[] = [
  ['UNIT', 'unitName'],
  ['HOUSEHOLD_SIZE', 'declaredSize'],
  ['INCOME', 'perCapitaIncome'],
  ['CAUSES', 'causes'],
  ['DIBAO', 'dibaoStatus'],
  ['STANDING', 'headStanding'],
  ['MIGRANT', 'migrantWorker'],
  ['MODEL_WORKER', 'modelWorkerHonour'],
  ['PHONE', 'phone'],
  ['BANK_ACCOUNT', 'bankAccount'],
  ['REMARK', 'remark'],
];

/** Normalises full-width characters and spaces, which a form keeps and a roster's reading does not. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  return Array.isArray(value) ? [...value].sort().join() : value;
}

/** The fields in which a row differs from the register; a blank cell does not differ. */
export function differencesOf(reading: RosterReading, registered: RegisteredValues): readonly RosterField[] {
  const said = saidIn(reading);
  return fieldNames.flatMap(([field, name]) =>
    said[name] === undefined || comparable(said[name]) === comparable(registered[name]) ? [] : [field],
  );
}

/** A row's field and the registered value, both as text; null where there is none. */
export interface ShownDifference {
  readonly field: RosterField;
  readonly sent: string | null;
  readonly registered: string | null;
}

/** How values are shown: `whole` without masking the row's numbers; remarks only to those who may read them. */
interface Showing {
  readonly whole: boolean;
  readonly remarks: boolean;
}

function shown(name: keyof RegisteredValues, values: SaidValues, { whole, remarks }: Showing): string | null {
  const {
    perCapitaIncome,
    causes,
    dibaoStatus,
    modelWorkerHonour,
    headStanding,
    migrantWorker,
    phone,
    bankAccount,
    remark,
  } = values;
  switch (name) {
    case 'perCapitaIncome':
      return perCapitaIncome === undefined ? null : formatYuan(fen(perCapitaIncome));
    case 'causes':
      return causes?.map((cause) => hardshipCauseNames[cause].zh).join('、') ?? null;
    case 'dibaoStatus':
      return dibaoStatus === undefined ? null : dibaoStatusNames[dibaoStatus].zh;
    case 'modelWorkerHonour':
      return modelWorkerHonour === undefined ? null : modelWorkerHonourNames[modelWorkerHonour].zh;
    case 'headStanding':
      return headStanding === undefined ? null : personStandingNames[headStanding].zh;
    case 'migrantWorker':
      return migrantWorker === undefined ? null : migrantWorker ? '是' : '否';
    case 'phone':
      return phone === undefined || phone === null || whole ? (phone ?? null) : maskPhone(phone);
    case 'bankAccount':
      return bankAccount === undefined || bankAccount === null || whole
        ? (bankAccount ?? null)
        : maskBankAccount(bankAccount);
    case 'remark':
      return remarks ? (remark ?? null) : null;
    case 'unitName':
    case 'declaredSize':
      return values[name] === undefined ? null : String(values[name]);
  }
}

/** The fields in which a row differs, with the registered values, for a decision. */
export function shownDifferences(
  reading: RosterReading,
  registered: RegisteredValues,
  may: { readonly whole: boolean; readonly remarks: boolean },
): readonly ShownDifference[] {
  const said = saidIn(reading);
  return fieldNames
    .filter(([field]) => differencesOf(reading, registered).includes(field))
    .map(([field, name]) => ({
      field,
      sent: shown(name, said, may),
      registered: shown(name, registered, { ...may, whole: false }),
    }));
}

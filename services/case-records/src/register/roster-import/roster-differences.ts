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

/** What a row says of a household, in the terms of what is registered; a field it says nothing of is left out. */
export type SaidValues = { readonly [Field in keyof RegisteredValues]?: RegisteredValues[Field] };

/** What a good row says. A size that the clerk gave for all rows is none of them. */
export function saidIn({ facts, phone, bankAccount, stated }: RosterReading): SaidValues {
  if (facts === undefined) return {};
  const said = <Name extends keyof RegisteredValues>(field: RosterField, name: Name, value: RegisteredValues[Name]) =>
    stated.has(field) ? { [name]: value } : {};
  return {
    ...said('UNIT', 'unitName', facts.unitName),
    ...said('HOUSEHOLD_SIZE', 'declaredSize', facts.declaredSize),
    ...said(stated.has('INCOME_YEARLY') ? 'INCOME_YEARLY' : 'INCOME', 'monthlyIncome', facts.monthlyIncome),
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
  ['INCOME', 'monthlyIncome'],
  ['CAUSES', 'causes'],
  ['DIBAO', 'dibaoStatus'],
  ['STANDING', 'headStanding'],
  ['MIGRANT', 'migrantWorker'],
  ['MODEL_WORKER', 'modelWorkerHonour'],
  ['PHONE', 'phone'],
  ['BANK_ACCOUNT', 'bankAccount'],
  ['REMARK', 'remark'],
];

/** A form keeps full-width signs and spaces that a roster's reading makes plain. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  return Array.isArray(value) ? [...value].sort().join() : value;
}

/** The fields in which a row says otherwise than is registered; a blank cell says nothing. */
export function differencesOf(reading: RosterReading, registered: RegisteredValues): readonly RosterField[] {
  const said = saidIn(reading);
  return fieldNames.flatMap(([field, name]) =>
    said[name] === undefined || comparable(said[name]) === comparable(registered[name]) ? [] : [field],
  );
}

/** A field of a row beside what is registered, each in words; null where there is none. */
export interface ShownDifference {
  readonly field: RosterField;
  readonly sent: string | null;
  readonly registered: string | null;
}

/** How a value is shown: what is registered with telephone and account masked, a remark to those who may read it. */
interface Showing {
  readonly whole: boolean;
  readonly remarks: boolean;
}

function shown(name: keyof RegisteredValues, values: SaidValues, { whole, remarks }: Showing): string | null {
  const {
    monthlyIncome,
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
    case 'monthlyIncome':
      return monthlyIncome === undefined ? null : formatYuan(fen(monthlyIncome));
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

/** The differing fields of a row beside what is registered, for people to decide. */
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

import { localDate } from '@nuangong/primitives';
import type { RosterField, RosterMapping } from '../register/roster-import/roster-columns.ts';
import { readRosterRow, type RosterCell, type RosterReading } from '../register/roster-import/roster-row.ts';

export const today = localDate('2026-12-08');
export const fields: readonly RosterField[] = [
  'NAME',
  'IDENTITY',
  'HOUSEHOLD_SIZE',
  'INCOME',
  'CAUSES',
  'DIBAO',
  'MIGRANT',
  'MODEL_WORKER',
  'PHONE',
  'BANK_ACCOUNT',
  'UNIT',
  'REMARK',
  'STANDING',
];
export const mapping: RosterMapping = Object.fromEntries(fields.map((field, at) => [field, at]));
export const good: Partial<Record<RosterField, RosterCell>> = {
  NAME: '周艳明',
  IDENTITY: '522729198301259528',
  HOUSEHOLD_SIZE: '5',
  INCOME: '440',
  CAUSES: '大病',
  UNIT: '县农机厂',
};

export function read(changed: Partial<Record<RosterField, RosterCell>>, as: RosterMapping = mapping): RosterReading {
  const row = { ...good, ...changed };
  return readRosterRow(
    fields.map((field) => row[field] ?? ''),
    as,
    today,
    { row: 7, width: fields.length },
  );
}

export const codes = ({ reasons }: RosterReading): string => reasons.map(({ code }) => code).join(' ');

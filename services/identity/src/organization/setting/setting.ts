import { combineFields, ok, readPlannedDay, readWholeNumber, type LocalDate, type Result } from '@nuangong/primitives';

/** The settings of an organisation, which also apply to its subordinates (设置). */
export const settingKinds = ['POSTING_WORKING_DAYS'] as const;
export type SettingKind = (typeof settingKinds)[number];

/** The least and greatest value of each setting, both included. */
const bounds: Readonly<Record<SettingKind, { readonly least: number; readonly most: number }>> = {
  POSTING_WORKING_DAYS: { least: 3, most: 30 },
};

/** A setting, as typed. */
export interface SettingInput {
  readonly kind: SettingKind;
  readonly value: number;
  /** The first day on which it applies, YYYY-MM-DD; today by default. */
  readonly from?: string | null | undefined;
}

/** Checks a setting: within its bounds, from today or a day of the coming year; past values cannot be changed. */
export function decideSetting(
  input: SettingInput,
  today: LocalDate,
): Result<{ readonly kind: SettingKind; readonly value: number; readonly from: LocalDate }> {
  const what = { zh: '启用日期', en: 'the first day' };
  const from = readPlannedDay(input.from == null || input.from === '' ? today : input.from, {
    field: 'from',
    what,
    today,
    mostDaysBack: 0,
    mostDaysAhead: 366,
  });
  const read = combineFields({ value: readWholeNumber(input.value, 'value', bounds[input.kind]), from });
  return read.ok ? ok({ ...read.value, kind: input.kind }) : read;
}

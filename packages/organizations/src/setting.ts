import type { RunSql } from '@nuangong/database';
import type { LocalDate } from '@nuangong/primitives';

/** The settings of an organisation, which also apply to its subordinates; identity checks the bounds. */
export type SettingKind = 'POSTING_WORKING_DAYS';

/** A setting as received. */
export interface ToldSetting {
  readonly organization: { readonly id: string; readonly path: string };
  readonly kind: SettingKind;
  readonly value: number;
  readonly from: string;
  readonly setBy: string;
  readonly setAt: string;
}

/** Stores a setting; the database refuses a second one for the same day (`setting_once_a_day`). */
export async function rememberSetting(run: RunSql, told: ToldSetting): Promise<void> {
  await run(
    `insert into organization_setting (organization_path, organization_id, kind, value, from_day, set_by, set_at)
     values ($1, $2::uuid, $3, $4::int, $5::date, $6::uuid, $7::timestamptz) returning kind`,
    told.organization.path,
    told.organization.id,
    told.kind,
    told.value,
    told.from,
    told.setBy,
    told.setAt,
  );
}

/** The value for an organisation on a day: its own setting or that of the nearest above; undefined if none is set. */
export async function settingOf(
  run: RunSql,
  path: string,
  kind: SettingKind,
  on: LocalDate,
): Promise<number | undefined> {
  const [row] = await run<{ value: number | null }>(
    'select access.setting_of($1, $2, $3::date) as value',
    path,
    kind,
    on,
  );
  return row?.value ?? undefined;
}

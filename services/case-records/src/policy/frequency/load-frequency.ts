import type { RunSql } from '@nuangong/database';
import { localDate, type LocalDate } from '@nuangong/primitives';
import type { TurnClaim } from './hold-turns.ts';

/** The turns that earlier aid leaves to a household or an application. */
export interface FrequencyLeft extends Pick<TurnClaim, 'people' | 'turnsLeft' | 'aidedOn'> {
  readonly id: string;
  /** The number of undecided applications in the same campaign that count one of its people. */
  readonly waiting: number;
}

interface FrequencyRow {
  readonly id: string;
  readonly aidedOn: string | null;
  readonly turnsLeft: number;
  readonly waiting: number;
  readonly people: readonly string[];
}

/** The turns left to households that are to be put forward in a campaign, by household; one statement. */
export async function loadFrequencyOfHouseholds(
  run: RunSql,
  households: readonly string[],
  under: { readonly policyVersionId: string; readonly campaignId: string | null; readonly on: LocalDate },
): Promise<ReadonlyMap<string, FrequencyLeft>> {
  const rows = await run<FrequencyRow>(
    `select household_id::text as id, aided_on::text as "aidedOn", turns_left as "turnsLeft", waiting,
       people::text[] as people
     from frequency_of_households($1::uuid[], $2::uuid, $3::uuid, $4::text::date)`,
    [...households],
    under.policyVersionId,
    under.campaignId,
    under.on,
  );
  return byId(rows);
}

/**
 * The turns left to applications that wait for approval, by application; one statement. Locks their people until the
 * transaction ends, so that another county cannot approve for one of them concurrently.
 */
export async function loadFrequencyOfApplications(
  run: RunSql,
  applications: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, FrequencyLeft>> {
  if (applications.length === 0) return new Map();
  const rows = await run<FrequencyRow>(
    `select application_id::text as id, aided_on::text as "aidedOn", turns_left as "turnsLeft", 0 as waiting,
       people::text[] as people
     from frequency_of_applications($1::uuid[], $2::text::date)`,
    [...applications],
    on,
  );
  return byId(rows);
}

const byId = (rows: readonly FrequencyRow[]): ReadonlyMap<string, FrequencyLeft> =>
  new Map(rows.map((row) => [row.id, { ...row, aidedOn: row.aidedOn === null ? null : localDate(row.aidedOn) }]));

import type { RunSql } from '@nuangong/database';
import { localDate, type LocalDate } from '@nuangong/primitives';
import type { TurnClaim } from './hold-turns.ts';

/** What aid given before leaves to a household or an application. */
export interface FrequencyLeft extends Pick<TurnClaim, 'people' | 'turnsLeft' | 'aidedOn'> {
  readonly id: string;
  /** The undecided applications of the same campaign that count one of its people. */
  readonly waiting: number;
}

interface FrequencyRow {
  readonly id: string;
  readonly aidedOn: string | null;
  readonly turnsLeft: number;
  readonly waiting: number;
  readonly people: readonly string[];
}

/** What is left to households that are to be put forward in a campaign, by household; one statement. */
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
 * What is left to applications that are to be approved, by application; one statement. It holds their people until the
 * transaction ends, so that nobody approves for one of them at once in another county.
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

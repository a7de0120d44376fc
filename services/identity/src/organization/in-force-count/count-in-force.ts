import type { RunSql } from '@nuangong/database';
import type { LocalDate } from '@nuangong/primitives';
import type { AidCentreLevel } from '../aid-centre/aid-centre.ts';
import type { FacilityKind } from '../facility/facility.ts';
import type { StationKind } from '../organization/organization.ts';

/** What is in force in a subtree on a day, for lines 1 to 3 and 12 of the centres' table (§002). */
export interface InForceCounts {
  readonly on: LocalDate;
  readonly centres: readonly {
    readonly level: AidCentreLevel;
    readonly count: number;
    readonly publicInstitutions: number;
    readonly people: number;
  }[];
  readonly stations: readonly { readonly kind: StationKind; readonly count: number }[];
  readonly facilities: readonly { readonly kind: FacilityKind; readonly count: number }[];
}

interface Row {
  readonly type: 'ORGANIZATION' | 'AID_CENTRE' | 'FACILITY';
  readonly of: string;
  readonly count: number;
  readonly publicInstitutions: number;
  readonly people: number;
}

/** Counts the state of the given day from the history; one statement. */
export async function countInForce(run: RunSql, path: string, on: LocalDate): Promise<InForceCounts> {
  const rows = await run<Row>(statement, path, on);
  const of = (type: Row['type']) => rows.filter((row) => row.type === type);
  return {
    on,
    centres: of('AID_CENTRE').map(({ of: level, count, publicInstitutions, people }) => ({
      level: level as AidCentreLevel,
      count,
      publicInstitutions,
      people,
    })),
    stations: of('ORGANIZATION').map(({ of: kind, count }) => ({ kind: kind as StationKind, count })),
    facilities: of('FACILITY').map(({ of: kind, count }) => ({ kind: kind as FacilityKind, count })),
  };
}

// The last state that began by the day; the last day of something closed still counts.
const statement = `
  with last as (
    select distinct on (h.record_id) h.record_type, h.record_id, h.state
    from organization_history h
    where h.organization_path >= $1 and h.organization_path < left($1, -1) || '0' and h.from_day <= $2::date
    order by h.record_id, h.from_day desc, h.id desc
  ), standing as (
    select * from last where coalesce((state ->> 'in_force_to')::date, $2::date) >= $2::date
  ), people as (
    select (state ->> 'aid_centre_id')::uuid as centre_id, count(*)::int as people
    from standing where record_type = 'CENTRE_POST' group by 1
  )
  select s.record_type as type, coalesce(s.state ->> 'station_kind', s.state ->> 'level', s.state ->> 'kind') as of,
    count(*)::int as count, count(*) filter (where (s.state ->> 'public_institution')::boolean)::int as "publicInstitutions",
    coalesce(sum(p.people), 0)::int as people
  from standing s left join people p on p.centre_id = s.record_id
  where s.record_type in ('AID_CENTRE', 'FACILITY')
    or s.record_type = 'ORGANIZATION' and s.state ->> 'station_kind' is not null
  group by 1, 2 order by 1, 2`;

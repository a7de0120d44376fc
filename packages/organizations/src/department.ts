import type { RunSql } from '@nuangong/database';
import type { LocalDate } from '@nuangong/primitives';

/** A department that an organisation works with (协作部门), as every service knows it from identity's events. */
export interface KnownDepartment {
  readonly id: string;
  /** The path of the organisation that works with it. */
  readonly path: string;
  readonly organizationId: string;
  /** The code of its kind: CIVIL_AFFAIRS. */
  readonly kind: string;
  readonly name: string;
  /** The first day in force. */
  readonly from: LocalDate;
  /** The last day in force; null while it is open. */
  readonly to: LocalDate | null;
}

/** Stores a department's present state in the caller's transaction; idempotent. */
export async function rememberDepartment(
  run: RunSql,
  told: Omit<KnownDepartment, 'from' | 'to'> & Days,
): Promise<void> {
  await run(
    `insert into department as d (id, organization_path, organization_id, kind, name, in_force_from, in_force_to)
     values ($1::uuid, $2, $3::uuid, $4, $5, $6::date, $7::date)
     on conflict (id) do update set kind = excluded.kind, name = excluded.name, in_force_from = excluded.in_force_from,
       in_force_to = excluded.in_force_to
     returning id::text`,
    told.id,
    told.path,
    told.organizationId,
    told.kind,
    told.name,
    told.from,
    told.to,
  );
}

interface Days {
  readonly from: string;
  readonly to: string | null;
}

/**
 * The departments in force on a day that an organisation works with, its own and those of the organisations above it,
 * the nearest first, by kind.
 */
export function departmentsOf(run: RunSql, path: string, on: LocalDate): Promise<readonly KnownDepartment[]> {
  return run<KnownDepartment>(
    `select id::text as id, organization_path as path, organization_id::text as "organizationId", kind, name,
       in_force_from::text as "from", in_force_to::text as "to"
     from department
     where organization_path = any (access.at_or_above($1)) and in_force_from <= $2::date
       and (in_force_to is null or in_force_to >= $2::date)
     order by length(organization_path) desc, kind, id`,
    path,
    on,
  );
}

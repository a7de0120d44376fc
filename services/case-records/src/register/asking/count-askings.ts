import type { RunSql } from '@nuangong/database';
import { askingsLeft, type AskedBefore, type AskingKind } from './asking.ts';

/** The account and organisation that ask, and when. */
export interface Asker {
  readonly staffId: string;
  readonly scope: string;
  readonly at: Date;
}

/**
 * How many more identities may be revealed to the asker. Serialises the organisation's queries until the transaction
 * ends, so that concurrent ones cannot exceed the limits together. An identity queried repeatedly counts once per
 * period.
 */
export async function countAskingsLeft(run: RunSql, asker: Asker, kind: AskingKind): Promise<number> {
  await run(`select pg_advisory_xact_lock(hashtextextended('asking ' || $1::text, 0))::text`, asker.scope);
  const [before] = await run<AskedBefore>(
    `select
       count(distinct identity_index) filter (where kind = 'FORM' and staff_id = $2::uuid
         and asked_at > $3::timestamptz - interval '1 hour')::int as "formByAccount",
       count(distinct identity_index) filter (where kind = 'FORM')::int as "formByOrganization",
       coalesce(sum(told) filter (where kind = 'ROSTER'), 0)::int as "rosterTold"
     from identity_asking
     where organization_path = $1 and asked_at > $3::timestamptz - interval '1 day'`,
    asker.scope,
    asker.staffId,
    asker.at.toISOString(),
  );
  return askingsLeft(kind, before ?? { formByAccount: 0, formByOrganization: 0, rosterTold: 0 });
}

/** The identities that this account queried in the last hour; they are answered again without being counted. */
export async function askedWithinTheHour(
  run: RunSql,
  { staffId, scope, at }: Asker,
  indexes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await run<{ index: string }>(
    `select distinct encode(identity_index, 'hex') as index from identity_asking
     where organization_path = $1 and staff_id = $2::uuid and kind = 'FORM'
       and identity_index = any(array(select decode(i, 'hex') from unnest($3::text[]) as i))
       and asked_at > $4::timestamptz - interval '1 hour'`,
    scope,
    staffId,
    indexes,
    at.toISOString(),
  );
  return new Set(rows.map(({ index }) => index));
}

/** Records queries by form, one row per identity. */
export async function keepFormAskings(
  run: RunSql,
  { staffId, scope, at }: Asker,
  indexes: readonly string[],
): Promise<void> {
  await run(
    `insert into identity_asking (organization_path, staff_id, kind, identity_index, asked, told, asked_at)
     select $1, $2::uuid, 'FORM', decode(i, 'hex'), 1, 1, $4::timestamptz from unnest($3::text[]) as i`,
    scope,
    staffId,
    indexes,
    at.toISOString(),
  );
}

/** Records a query; `index` is set for a single identity by form. */
export async function keepAsking(
  run: RunSql,
  { staffId, scope, at }: Asker,
  asking: { readonly kind: AskingKind; readonly index: string | null; readonly asked: number; readonly told: number },
): Promise<void> {
  await run(
    `insert into identity_asking (organization_path, staff_id, kind, identity_index, asked, told, asked_at)
     values ($1, $2::uuid, $3, decode($4::text, 'hex'), $5::int, $6::int, $7::timestamptz)`,
    scope,
    staffId,
    asking.kind,
    asking.index,
    asking.asked,
    asking.told,
    at.toISOString(),
  );
}

import type { Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import type { Fen } from '@nuangong/primitives';
import { lawfulSteps, type ApplicationStatus } from './application.ts';

/** What funds told of a grant: where its application goes, and what is kept with it. */
export interface GrantNews {
  readonly grantId: string;
  readonly to: Extract<ApplicationStatus, 'AWAITING_FUNDS' | 'FUNDED' | 'PAID' | 'LAPSED'>;
  readonly at: Date;
  readonly missing?: Fen;
  readonly paidOn?: string;
  readonly opinion?: string;
}

/**
 * Takes a grant's application where funds says it is. News that the application is already past changes nothing; a
 * grant without an application throws, so that the event is seen among the dead letters.
 */
export async function followGrant(run: RunSql, actor: Actor, news: GrantNews): Promise<void> {
  const from = lawfulSteps()
    .filter((step) => step.to === news.to)
    .map((step) => step.from);
  const again = news.to === 'AWAITING_FUNDS' ? [...from, 'AWAITING_FUNDS'] : from;
  const [found] = await run<{ id: string }>(
    followStatement,
    news.grantId,
    again,
    news.to,
    news.missing === undefined ? null : `${news.missing}`,
    news.paidOn ?? null,
    news.opinion ?? null,
    news.at.toISOString(),
    actor.staffId,
    actor.name,
  );
  if (found === undefined) throw new Error(`grant ${news.grantId} has no application within sight`);
}

const followStatement = `
  with found as materialized (
    select id, status, organization_path from aid_application where grant_id = $1::uuid for no key update
  ), moved as (
    update aid_application a set status = $3, missing_fen = $4::text::bigint, paid_on = $5::text::date
    from found f where a.id = f.id and f.status = any($2::text[])
    returning a.id, a.organization_path, f.status as from_status
  ), stepped as (
    insert into application_step (application_id, organization_path, from_status, to_status, at, staff_id,
      staff_name, opinion)
    select id, organization_path, from_status, $3, $7::timestamptz, $8::uuid, $9, $6::text
    from moved where from_status <> $3
  )
  select id::text as id from found`;

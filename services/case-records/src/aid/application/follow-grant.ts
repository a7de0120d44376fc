import type { Actor } from '@nuangong/access';
import { prismaSql, type RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import type { Fen } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { sealWords, wordsPlace } from '../../register/written-words/sealed-words.ts';
import { lawfulSteps, type ApplicationStatus } from './application.ts';
import { followFundsAwaited, type FollowedApplication } from './follow-funds-awaited.ts';

/** News from funds about a grant: the application's new status and the details kept with it. */
export interface GrantNews {
  readonly grantId: string;
  readonly to: Extract<ApplicationStatus, 'AWAITING_FUNDS' | 'FUNDED' | 'PAID' | 'LAPSED'>;
  readonly at: Date;
  readonly missing?: Fen;
  readonly paidOn?: string;
  /** What the payer wrote, kept sealed with the step. */
  readonly opinion?: string;
}

/**
 * Moves a grant's application to the status that funds reports. News that the application is already past changes
 * nothing. Throws if the grant has no application, so that the event ends among the dead letters.
 */
export async function followGrant(tx: Transaction, actor: Actor, news: GrantNews, keyring?: Keyring): Promise<void> {
  const run = prismaSql(tx);
  const from = lawfulSteps()
    .filter((step) => step.to === news.to)
    .map((step) => step.from);
  const again = news.to === 'AWAITING_FUNDS' ? [...from, 'AWAITING_FUNDS'] : from;
  const stepId = newEventId();
  const opinion = news.opinion === undefined ? null : await sealedFor(run, news.grantId, stepId, news.opinion, keyring);
  const [found] = await run<FollowedApplication>(
    followStatement,
    news.grantId,
    again,
    news.to,
    news.missing === undefined ? null : `${news.missing}`,
    news.paidOn ?? null,
    opinion,
    news.at.toISOString(),
    actor.staffId,
    actor.name,
    stepId,
  );
  if (found === undefined) throw new Error(`grant ${news.grantId} has no application within sight`);
  await followFundsAwaited(tx, found, news);
}

/** The text sealed for the step it is kept with; null where the grant has no application. */
async function sealedFor(
  run: RunSql,
  grantId: string,
  stepId: string,
  words: string,
  keyring: Keyring | undefined,
): Promise<string | null> {
  const [application] = await run<{ organizationPath: string }>(
    'select organization_path as "organizationPath" from aid_application where grant_id = $1::uuid',
    grantId,
  );
  if (application === undefined || keyring === undefined) return null;
  const { organizationPath } = application;
  return sealWords(keyring, words, wordsPlace('application_step', 'opinion', { id: stepId, organizationPath }));
}

const followStatement = `
  with found as materialized (
    select id, number, status, organization_path from aid_application where grant_id = $1::uuid for no key update
  ), moved as (
    update aid_application a set status = $3, missing_fen = $4::text::bigint, paid_on = $5::text::date
    from found f where a.id = f.id and f.status = any($2::text[])
    returning a.id, a.organization_path, f.status as from_status
  ), stepped as (
    insert into application_step (id, application_id, organization_path, from_status, to_status, at, staff_id,
      staff_name, opinion)
    select $10::uuid, id, organization_path, from_status, $3, $7::timestamptz, $8::uuid, $9, $6::text
    from moved where from_status <> $3
  )
  select f.id::text as id, f.number, m.from_status as "from"
  from found f left join moved m on m.id = f.id`;

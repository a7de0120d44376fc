import type { Actor } from '@nuangong/access';
import { problem, type Problem } from '@nuangong/primitives';
import type { WantedJob } from '@nuangong/service';

/** The grants of a book that a batch of the campaign (or of none) takes, in its order, as a list to work in pieces. */
export function waitingGrants(actor: Actor, campaignId: string | null): WantedJob['list'] {
  return [
    `select g.id, row_number() over (order by g.approved_at, g.worksheet_row, g.id)::text as label from aid_grant g
     where g.book_path = $1 and g.status = 'COMMITTED' and g.campaign_id is not distinct from $2::uuid
       and not $3::uuid = any (g.handlers)
       and not exists (select from grant_hold h where h.grant_id = g.id and h.ended_at is null)
     order by g.approved_at, g.worksheet_row, g.id`,
    actor.scope,
    campaignId,
    actor.staffId,
  ];
}

/** Why a grant that waited when the list was made is in no batch. */
export const leftOut = (): Problem =>
  problem('GRANT_LEFT_OUT', {
    zh: '编制时已被暂停、编入他批或改由他人办理，核对后另行编制',
    en: 'This grant is now on hold, in another batch, or handled by you. Check it and prepare it separately.',
  });

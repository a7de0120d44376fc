import type { EventOfType } from '@nuangong/events';
import type { FactWriter } from './record-facts.ts';

/** Stores an open campaign: its days are the period of a table. */
export async function whenCampaignOpened(
  event: EventOfType<'nuangong.campaign-opened.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { campaignId, name, organization, from, to } = event.data;
  await tx.$queryRawUnsafe(
    `insert into campaign (id, organization_path, name, starts_on, ends_on)
     values ($1::uuid, $2, $3, $4::text::date, $5::text::date)
     on conflict (id) do update set organization_path = excluded.organization_path, name = excluded.name,
       starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    campaignId,
    organization.path,
    name,
    from,
    to,
  );
}

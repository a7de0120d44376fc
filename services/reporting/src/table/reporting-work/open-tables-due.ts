import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, pgSql, prismaSql, type Database } from '@nuangong/database';
import { openObligations } from '@nuangong/obligations';
import { localDateAt, type LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { forms } from '../../form/form/forms.ts';
import { dueDay } from '../statutory-table/due-day.ts';

interface DueCampaign {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Makes the table of each campaign that has begun an obligation of every unit that reports; again for units that came
 * later, by the campaign's end, never for one that had it or has submitted. A statement for the campaigns, two for each.
 */
export async function openTablesDue(database: Database<Transaction>, at: Date): Promise<void> {
  const campaigns = await pgSql(database.pool)<DueCampaign>(
    `select id::text as id, organization_path as path, name, starts_on::text as "from", ends_on::text as "to"
     from campaigns_with_tables($1::date)`,
    localDateAt(at),
  );
  for (const campaign of campaigns) await openTablesOf(database, campaign, at);
}

async function openTablesOf(database: Database<Transaction>, campaign: DueCampaign, at: Date): Promise<void> {
  const [form] = forms;
  if (form === undefined) return;
  const { id: recordId, from, to } = campaign;
  await database.transaction(identityOf(systemActor(scopeOf(campaign.path))), async (tx) => {
    const run = prismaSql(tx);
    const units = await run<{ path: string }>(
      unitsStatement,
      campaign.path,
      recordId,
      form.code,
      from,
      to,
      localDateAt(at),
    );
    const due = dueDay(from);
    const parts = { form: form.title.zh, formEn: form.title.en, period: campaign.name };
    const wanted = units.map(({ path }) => ({ organizationPath: path, recordId, from: due, parts }));
    await openObligations(run, 'TABLE_DUE', wanted, at);
  });
}

/**
 * The reporting units below a campaign's organisation, itself included, that came into force by its end and are not
 * closed, and that neither owe its table nor submitted it for its days.
 */
const unitsStatement = `
  select o.organization_path as path from organization o
  where o.organization_path ^@ $1 and o.kind <> 'AID_STATION'
    and o.in_force_from <= $5::date and (o.in_force_to is null or o.in_force_to >= $6::date)
    and not exists (select from obligation b where b.kind = 'TABLE_DUE' and b.record_id = $2::uuid
      and b.organization_path = o.organization_path)
    and not exists (select from submission s where s.organization_id = o.id and s.form_code = $3
      and s.campaign_id = $2::uuid and s.starts_on = $4::date and s.ends_on = $5::date)`;

import { pathsAtOrAbove, type Actor } from '@nuangong/access';
import { readStoredDate, storedDate } from '@nuangong/database';
import { localDateAt, parseLocalDate, period, yearPeriod, type LocalDate, type Problem } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import type { TableScope } from '../../form/rule/rule-sql.ts';
import type { FormDefinition } from '../../form/form/form.ts';
import { findDraft, findForms, versionInForce } from '../../form/form/find-forms.ts';

/** How a client names a table; by default the actor's own organisation and the campaign that began last. */
export interface TableArguments {
  readonly form: string;
  readonly organizationId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly asOf?: Date | null | undefined;
  /** A form version to try instead of the issued one. */
  readonly draftId?: string | null | undefined;
}

/** One form, one organisation, one period. */
export interface TableRequest {
  readonly form: FormDefinition;
  readonly organization: { readonly id: string; readonly path: string; readonly name: string };
  readonly campaignId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Read as of this moment; now by default. */
  readonly asOf?: Date;
  /** The form version that is tried instead of the issued one. */
  readonly draftId?: string;
}

/** The organisations that fill tables: unions, but not aid stations, which are counted in their union's table. */
export const reportingUnits = { kind: { not: 'AID_STATION' as const } };

/** The scope of facts that a table includes. */
export function scopeOfTable({ organization, from, to, campaignId, asOf }: TableRequest): TableScope {
  return { path: organization.path, from, to, campaignId, ...(asOf && { asOf }) };
}

/** The result of looking up a table; NOT_FOUND covers both missing tables and those of other organisations. */
export type FoundTable =
  | { readonly kind: 'TABLE'; readonly table: TableRequest }
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'BAD_PERIOD'; readonly problems: readonly Problem[] };

/** Finds the table that a client names; at most three statements. */
export async function findTable(
  tx: Transaction,
  actor: Actor,
  given: TableArguments,
  today: Date,
): Promise<FoundTable> {
  const organization = await findOrganization(tx, actor, given.organizationId ?? actor.organizationId);
  const versions = organization === undefined ? [] : await versionsOf(tx, actor, given, organization.path);
  const latest = versions.at(-1);
  if (organization === undefined || latest === undefined) return { kind: 'NOT_FOUND' };
  const days = readDays(given);
  if (!days.ok) return { kind: 'BAD_PERIOD', problems: days.problems };
  const table = (campaignId: string | null, period: { from: LocalDate; to: LocalDate }): FoundTable => {
    const form = versionInForce(versions, Number(period.from.slice(0, 4))) ?? latest;
    const chosen = { ...(given.asOf && { asOf: given.asOf }), ...(given.draftId && { draftId: given.draftId }) };
    return { kind: 'TABLE', table: { form, organization, campaignId, ...period, ...chosen } };
  };
  if (!given.campaignId && days.value !== undefined) return table(null, days.value);
  const thisYear = () => yearPeriod(Number(localDateAt(today).slice(0, 4)));
  if (!given.campaignId && latest.period === 'CALENDAR_YEAR') return table(null, thisYear());
  const campaign = await findCampaign(tx, organization.path, given.campaignId ?? undefined, today);
  if (campaign === undefined) return given.campaignId ? { kind: 'NOT_FOUND' } : table(null, thisYear());
  return table(campaign.id, days.value ?? { from: campaign.from, to: campaign.to });
}

const versionsOf = (tx: Transaction, actor: Actor, { form, draftId }: TableArguments, organizationPath: string) =>
  draftId ? findDraft(tx, actor, form, draftId) : findForms(tx, form, organizationPath);

async function findOrganization(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<TableRequest['organization'] | undefined> {
  const found = await tx.organization.findUnique({ where: { id } });
  if (found === null) {
    const own = { id, path: actor.scope, name: actor.organizationName };
    return id === actor.organizationId ? own : undefined;
  }
  return found.path.startsWith(actor.scope) ? { id, path: found.path, name: found.name } : undefined;
}

/** The requested campaign; by default the one that began last, or the next one when none has begun. */
async function findCampaign(
  tx: Transaction,
  organizationPath: string,
  id: string | undefined,
  today: Date,
): Promise<{ readonly id: string; readonly from: LocalDate; readonly to: LocalDate } | undefined> {
  const within = {
    OR: [
      { organizationPath: { in: [...pathsAtOrAbove(organizationPath)] } },
      ...(id ? [{ organizationPath: { startsWith: organizationPath } }] : []),
    ],
  };
  const latest = (where: object) =>
    tx.campaign.findFirst({ where: { ...within, ...where }, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] });
  const found = id
    ? await latest({ id })
    : ((await latest({ startsOn: { lte: storedDate(localDateAt(today)) } })) ?? (await latest({})));
  return found === null
    ? undefined
    : { id: found.id, from: readStoredDate(found.startsOn), to: readStoredDate(found.endsOn) };
}

function readDays(
  given: TableArguments,
):
  | { readonly ok: true; readonly value: { from: LocalDate; to: LocalDate } | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  if (!given.from && !given.to) return { ok: true, value: undefined };
  const from = parseLocalDate(given.from ?? '', { field: 'from' });
  const to = parseLocalDate(given.to ?? '', { field: 'to' });
  if (!from.ok) return from;
  if (!to.ok) return to;
  return period(from.value, to.value, 'to');
}

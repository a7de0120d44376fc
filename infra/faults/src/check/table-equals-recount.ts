import { city, counties, winterCampaignId, type CityOrganization } from '@nuangong/demonstration-city';
import type { CheckedCell } from '../cell/cell.ts';
import { openDesk } from '../work/desk.ts';
import { filesOpenInCampaign } from './open-files.ts';
import { violation, type Violation } from './violation.ts';

type Cells = readonly { readonly key: string; readonly value: string | null }[];
type Line = { readonly code: string; readonly cells: Cells };

/** Fen as the table writes them: 万元, exact, without zeros at the end. */
function wanYuan(fen: bigint): string {
  const text = fen.toString().padStart(7, '0');
  return `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/u, '');
}

/** Lines of table 1, counted again from the other services' own tables, for the subtree of $1. */
async function recount(cell: CheckedCell, path: string): Promise<Readonly<Record<string, string>>> {
  const one = async (database: 'case-records' | 'funds', sql: string, values: readonly unknown[] = [path]) => {
    const { rows } = await cell.database(database).query<{ n: string | null }>(sql, [...values]);
    return BigInt(rows[0]?.n ?? 0);
  };
  const paid = `from payment p join aid_grant g on g.id = p.grant_id
    where p.status = 'PAID' and starts_with(g.organization_path, $1) and g.campaign_id = '${winterCampaignId}'`;
  const raised = (sources: string) => `select sum(fen)::text as n from (
      select r.amount_fen as fen from receipt r join fund f on f.id = r.fund_id
      where r.allocation_id is null and starts_with(r.organization_path, $1)
        and f.campaign_id = '${winterCampaignId}' and f.source = any('${sources}'::text[])
      union all
      select a.amount_fen from allocation a join fund f on f.id = a.fund_id
      where a.status = 'RECEIVED' and starts_with(a.to_organization_path, $1)
        and not starts_with(a.organization_path, $1)
        and f.campaign_id = '${winterCampaignId}' and f.source = any('${sources}'::text[])) as money`;
  const [files, households, amount, living, fiscal, union] = await Promise.all([
    one(
      'case-records',
      `select count(*)::text as n from ${filesOpenInCampaign} and starts_with(c.organization_path, $1)`,
    ),
    one('funds', `select count(distinct p.household_id)::text as n ${paid}`),
    one('funds', `select sum(p.amount_fen)::text as n ${paid}`),
    one('funds', `select count(*)::text as n ${paid} and g.aid_type = 'LIVING'`),
    one('funds', raised('{CENTRAL_FISCAL,PROVINCIAL_FISCAL,LOCAL_FISCAL}')),
    one('funds', raised('{UNION}')),
  ]);
  return {
    '3A': files.toString(),
    '4C': households.toString(),
    '5A': wanYuan(fiscal + union),
    '5B': wanYuan(fiscal),
    '5C': wanYuan(union),
    '6A': wanYuan(amount),
    '7D': living.toString(),
  };
}

async function tableOf(cell: CheckedCell, organization: CityOrganization): Promise<ReadonlyMap<string, string | null>> {
  const statistics = openDesk(cell, organization, 'STATISTICS', { at: performance.now() + 20_000 });
  const { statutoryTable } = await statistics.read<{ statutoryTable: { lines: readonly Line[] } }>(
    'reporting',
    `query ($campaignId: ID) {
      statutoryTable(form: "warmth-table", campaignId: $campaignId) { lines { code cells { key value } } } }`,
    { campaignId: winterCampaignId },
  );
  return new Map(statutoryTable.lines.map(({ code, cells }) => [code, cells[0]?.value ?? null]));
}

/** Checks table 1 against a recount of the services' own tables, for the city and for the county of the trial. */
export async function checkTable(cell: CheckedCell, county: number): Promise<readonly Violation[]> {
  const organizations = [city, counties[county % counties.length]].filter((one) => one !== undefined);
  const found = await Promise.all(
    organizations.map(async (organization) => {
      const [table, counted] = await Promise.all([tableOf(cell, organization), recount(cell, organization.path)]);
      return Object.entries(counted)
        .filter(([code, value]) => (table.get(code) ?? '0') !== value)
        .map(([code, value]) =>
          violation('table 1 equals a recount', {
            of: organization.code,
            line: code,
            table: table.get(code),
            recount: value,
          }),
        );
    }),
  );
  return found.flat();
}

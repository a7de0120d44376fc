import { organizations, winterCampaignId, type CityOrganization } from '@nuangong/demonstration-city';
import type { CheckedCell } from '../cell/cell.ts';
import { openDesk } from '../work/desk.ts';
import { filesOpenInCampaign } from './open-files.ts';
import { violation, type Violation } from './violation.ts';

/** Cells by their keys, each in millionths, so that counts and 万元 are whole numbers. */
type Figures = ReadonlyMap<string, bigint>;
type Cells = readonly { readonly key: string; readonly value: string | null }[];
type Answer = {
  readonly statutoryTable: { readonly lines: readonly { readonly cells: Cells }[] } | null;
  readonly tableForSubordinates: readonly { readonly organizationId: string; readonly figures: Cells }[];
};

const tablesQuery = `query ($campaignId: ID) {
  statutoryTable(form: "warmth-table", campaignId: $campaignId) { lines { cells { key value } } }
  tableForSubordinates(form: "warmth-table", campaignId: $campaignId) { organizationId figures { key value } } }`;

const sources = {
  '5A': ['CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL', 'UNION', 'DONATION', 'OTHER'],
  '5B': ['CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL'],
  '5C': ['UNION'],
  '5D': ['DONATION'],
  '5E': ['OTHER'],
} as const;

function millionths(text: string | null | undefined): bigint {
  const [whole = '0', fraction = ''] = (text ?? '0').split('.');
  return BigInt(whole || '0') * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
}

const figuresOf = (cells: Cells): Figures => new Map(cells.map(({ key, value }) => [key, millionths(value)]));

/** The unit's own table as its statistics officer opens it, and those of the units directly below it. */
async function tablesOf(cell: CheckedCell, unit: CityOrganization) {
  const statistics = openDesk(cell, unit, 'STATISTICS', { at: performance.now() + 20_000 });
  const answer = await statistics.read<Answer>('reporting', tablesQuery, { campaignId: winterCampaignId });
  return {
    own: figuresOf(answer.statutoryTable?.lines.flatMap(({ cells }) => cells) ?? []),
    below: new Map(
      answer.tableForSubordinates.map(({ organizationId, figures }) => [organizationId, figuresOf(figures)]),
    ),
  };
}

/**
 * The figures in the other services' tables for the unit itself, without the units below: what was paid to its own
 * households, regardless of who approved it and which book paid. Money raised is what came from outside the unit, less
 * what it sent to the units below, which count it themselves.
 */
async function ownFigures(cell: CheckedCell, { path }: CityOrganization): Promise<Figures> {
  const one = async (database: 'case-records' | 'funds', sql: string, values: readonly unknown[] = []) => {
    const { rows } = await cell.database(database).query<{ n: string | null }>(sql, [path, ...values]);
    return BigInt(rows[0]?.n ?? 0);
  };
  const { rows: registered } = await cell
    .database('case-records')
    .query<{ id: string }>('select id from household where organization_path = $1', [path]);
  const households = [registered.map(({ id }) => id)];
  const paid = `from payment p join aid_grant g on g.id = p.grant_id
    where p.status = 'PAID' and g.campaign_id = '${winterCampaignId}' and p.household_id = any($2::uuid[]) and $1::text is not null`;
  const raised = `select sum(fen)::text as n from (
      select r.amount_fen as fen from receipt r join fund f on f.id = r.fund_id
      where r.organization_path = $1 and f.campaign_id = '${winterCampaignId}' and f.source = any($2::text[])
      union all
      select -a.amount_fen from allocation a join fund f on f.id = a.fund_id and f.campaign_id = '${winterCampaignId}'
      where a.status = 'RECEIVED' and a.organization_path = $1 and a.source = any($2::text[])) as money`;
  const [files, helped, amount, living] = await Promise.all([
    one('case-records', `select count(*)::text as n from ${filesOpenInCampaign} and c.organization_path = $1`),
    one('funds', `select count(distinct p.household_id)::text as n ${paid}`, households),
    one('funds', `select sum(p.amount_fen)::text as n ${paid}`, households),
    one('funds', `select count(*)::text as n ${paid} and g.aid_type = 'LIVING'`, households),
  ]);
  const money = await Promise.all(
    Object.entries(sources).map(async ([key, some]) => [key, await one('funds', raised, [some])] as const),
  );
  return new Map([
    ['3A', files * 1_000_000n],
    ['4C', helped * 1_000_000n],
    ['6A', amount],
    ['7D', living * 1_000_000n],
    ...money,
  ]);
}

/** Checks that a unit's lines are its own figures plus the sum of the units directly below. */
async function checkUnit(cell: CheckedCell, unit: CityOrganization): Promise<readonly Violation[]> {
  const [{ own: table, below }, own] = await Promise.all([tablesOf(cell, unit), ownFigures(cell, unit)]);
  const wrongSums = [...own].flatMap(([line, alone]) => {
    const sum = [...below.values()].reduce((total, figures) => total + (figures.get(line) ?? 0n), alone);
    const said = table.get(line) ?? 0n;
    if (sum === said) return [];
    return [
      violation('a unit’s figure is its own and the sum of those below', { of: unit.code, line, said, alone, sum }),
    ];
  });
  const units = organizations.filter(({ id }) => [...(below.get(id)?.values() ?? [])].some((value) => value > 0n));
  const others = await Promise.all(
    units.map(async (each) => {
      const [{ own: itself }, seen] = [await tablesOf(cell, each), below.get(each.id)];
      return [...own.keys()]
        .filter((line) => (itself.get(line) ?? 0n) !== (seen?.get(line) ?? 0n))
        .map((line) => violation('a unit and its superior say the same of it', { of: each.code, line }));
    }),
  );
  return [...wrongSums, ...others.flat()];
}

/** Checks the sums up the tree: base unions, county and city. */
export async function checkTreeSums(
  cell: CheckedCell,
  units: readonly CityOrganization[],
): Promise<readonly Violation[]> {
  const found = await Promise.all(units.map((unit) => checkUnit(cell, unit)));
  return found.flat();
}

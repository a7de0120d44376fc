import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { city, counties, organizations, type CityOrganization } from '@nuangong/demonstration-city';
import { openEmbeddedEngine } from '../cell/embedded-engine.ts';
import { startCell, type Cell } from '../cell/cell.ts';
import { preparePlace } from '../cell/place.ts';
import { createRandom } from '../random.ts';
import { openNotebook } from '../work/acknowledged.ts';
import { approveList } from '../work/approve-list.ts';
import { openDesk, type Closing } from '../work/desk.ts';
import { inventIdentityNumber } from '../work/identity-numbers.ts';
import { openFiles, registerHousehold } from '../work/open-files.ts';
import { payGrants, returnOnePayment } from '../work/pay.ts';
import { allocate, findCountyFund, recordReceipt } from '../work/provide-money.ts';
import { settle } from './settle.ts';
import { checkTreeSums } from './tree-sums.ts';

const [county, otherCounty] = counties as readonly [CityOrganization, CityOrganization];
const baseUnionsOf = ({ id }: CityOrganization) =>
  organizations.filter(({ kind, parentId }) => kind === 'BASE_UNION' && parentId === id);
const tree = [city, county, otherCounty, ...baseUnionsOf(county), ...baseUnionsOf(otherCounty)];

let cell: Cell;
let folder: string;
const taken = new Set<string>();
const random = createRandom(2);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-tree-'));
  await chmod(folder, 0o755);
  cell = await startCell({ place: await preparePlace(join(folder, 'cell')), openEngine: openEmbeddedEngine });
}, 180_000);

afterAll(async () => {
  await cell?.stop();
  await rm(folder, { recursive: true, force: true });
});

const today = (daysBack = 0) => new Date(Date.now() - daysBack * 86_400_000).toISOString().slice(0, 10);

/** Households whose files the county or a base union keeps, and the level whose officer approves their aid. */
const group = fc.record({
  place: fc.constantFrom('COUNTY', 'BASE', 'ANOTHER_BASE'),
  households: fc.integer({ min: 1, max: 2 }),
  approver: fc.constantFrom('COUNTY', 'CITY'),
});
const work = fc.record({
  of: fc.constantFrom(county, otherCounty),
  groups: fc.array(group, { minLength: 1, maxLength: 3 }),
  yuan: fc.constantFrom(600, 3_000),
  fromCity: fc.constantFrom(0, 900),
  toBase: fc.constantFrom(0, 300),
  returned: fc.boolean(),
});

type Work = typeof work extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * Does the work in a county whose money comes from itself and the city, and goes to its own households and base unions.
 */
async function carryOut({ of, groups, yuan, fromCity, toBase, returned }: Work): Promise<void> {
  const closing: Closing = { at: performance.now() + 60_000 };
  const notebook = openNotebook();
  const desk = (unit: CityOrganization, role: Parameters<typeof openDesk>[2]) => openDesk(cell, unit, role, closing);
  const [base, anotherBase] = baseUnionsOf(of);
  const finance = desk(of, 'FINANCE');
  const fundId = await findCountyFund(finance, closing);
  await recordReceipt(finance, closing, notebook, { fundId: fundId!, yuan, receivedOn: today(1), twice: false });
  const cityFinance = desk(city, 'FINANCE');
  if (fromCity > 0) {
    await allocate({ city: cityFinance, county: finance }, closing, notebook, { to: of, yuan: fromCity });
    if (toBase > 0 && base !== undefined) {
      const below = { city: finance, county: desk(base, 'FINANCE') };
      await allocate(below, closing, notebook, { to: base, yuan: toBase });
    }
  }
  for (const { place, households, approver } of groups) {
    const keeper = { COUNTY: of, BASE: base ?? of, ANOTHER_BASE: anotherBase ?? base ?? of }[place];
    const [clerk, reviewer] = [desk(keeper, 'CLERK'), desk(of, 'REVIEWER')];
    const heads = Array.from({ length: households }, (_, at) => ({
      name: `户主${'甲乙'[at]}`,
      identityNumber: inventIdentityNumber(random, taken),
    }));
    const registered = await Promise.all(heads.map((head) => registerHousehold(clerk, closing, notebook, head)));
    const mine = registered.filter((household) => household !== undefined);
    await openFiles({ clerk, reviewer, approver: desk(of, 'APPROVER') }, closing, notebook, mine, today(14));
    const whose = { COUNTY: of, CITY: city }[approver];
    await approveList({ clerk: desk(of, 'CLERK'), approver: desk(whose, 'APPROVER') }, closing, notebook, mine);
  }
  await settle(cell, []);
  const books = [of, ...(base === undefined ? [] : [base])];
  const pay = () =>
    Promise.all(
      books.map((book) =>
        payGrants({ finance: desk(book, 'FINANCE'), lead: desk(book, 'FINANCE_LEAD') }, closing, notebook, () => true),
      ),
    );
  await pay();
  if (returned) {
    const returning = { finance, lead: desk(of, 'FINANCE_LEAD') };
    await returnOnePayment(returning, closing, notebook, random, today());
  }
  expect(await settle(cell, [])).toEqual([]);
}

test('a base union opens its own table, with its aided households and its money', async () => {
  const base = baseUnionsOf(county)[0]!;
  await carryOut({
    of: county,
    groups: [{ place: 'BASE', households: 2, approver: 'CITY' }],
    yuan: 3_000,
    fromCity: 0,
    toBase: 0,
    returned: false,
  });
  const statistics = openDesk(cell, base, 'STATISTICS', { at: performance.now() + 20_000 });
  const { statutoryTable } = await statistics.read<{
    statutoryTable: { organizationName: string; lines: { code: string; cells: { value: string }[] }[] };
  }>('reporting', '{ statutoryTable(form: "warmth-table") { organizationName lines { code cells { value } } } }');
  const line = (code: string) => Number(statutoryTable.lines.find((each) => each.code === code)?.cells[0]?.value);
  expect(statutoryTable.organizationName).toBe(base.name);
  expect(line('4C')).toBeGreaterThanOrEqual(2);
  expect(line('6A')).toBeGreaterThanOrEqual(0.06);
}, 120_000);

test('each unit’s table is its own figures plus its subordinates’, for any approvals and allocations', async () => {
  await fc.assert(
    fc.asyncProperty(work, async (plan) => {
      await carryOut(plan);
      expect(await checkTreeSums(cell, tree)).toEqual([]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 300_000);

import { setTimeout as sleep } from 'node:timers/promises';
import { city, counties, organizations, type CityOrganization } from '@nuangong/demonstration-city';
import type { Cell } from '../cell/cell.ts';
import type { WorkPlan } from '../plan.ts';
import { createRandom } from '../random.ts';
import { approveList } from './approve-list.ts';
import { openDesk, type Closing } from './desk.ts';
import type { Notebook } from './acknowledged.ts';
import { inventIdentityNumber } from './identity-numbers.ts';
import { openFiles, registerHousehold, type TrialHousehold } from './open-files.ts';
import { payGrants, returnOnePayment } from './pay.ts';
import { allocate, findCountyFund, recordReceipt } from './provide-money.ts';
import { recordVisit } from './visit.ts';

const dayMs = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);

/** The county whose part of the main job a trial does. */
export function countyOf({ county }: Pick<WorkPlan, 'county'>): CityOrganization {
  const found = counties[county % counties.length];
  if (found === undefined) throw new Error('the city has no counties');
  return found;
}

/**
 * Does a county's part of the main job as several people in parallel; ends when it is done or the time is over. The
 * county keeps and approves the first lane's households; the second's are a base union's, if it has one, and the city
 * approves.
 */
export async function doWork(
  cell: Cell,
  plan: WorkPlan,
  notebook: Notebook,
  closing: Closing,
  identityNumbers: Set<string>,
): Promise<void> {
  const county = countyOf(plan);
  const baseUnion = organizations.find(({ kind, parentId }) => kind === 'BASE_UNION' && parentId === county.id);
  const random = createRandom(plan.seed);
  const desk = (role: Parameters<typeof openDesk>[2]) => openDesk(cell, county, role, closing);
  const [clerk, reviewer, approver, finance, lead] = [
    desk('CLERK'),
    desk('REVIEWER'),
    desk('APPROVER'),
    desk('FINANCE'),
    desk('FINANCE_LEAD'),
  ];
  const [cityFinance, cityApprover] = [
    openDesk(cell, city, 'FINANCE', closing),
    openDesk(cell, city, 'APPROVER', closing),
  ];
  const lanes = [
    { keeper: clerk, decides: approver },
    { keeper: openDesk(cell, baseUnion ?? county, 'CLERK', closing), decides: cityApprover },
  ] as const;
  const households: TrialHousehold[] = [];
  let approved = false;

  async function aidLane(lane: number): Promise<void> {
    await sleep(lane * plan.laneDelayMs);
    const heads = Array.from({ length: plan.householdsPerLane }, (_, place) => ({
      name: `户主${'甲乙丙丁戊己'[place] ?? '庚'}`,
      identityNumber: inventIdentityNumber(random, identityNumbers),
    }));
    const { keeper, decides } = lanes[lane % 2 === 0 ? 0 : 1];
    const registered = await Promise.all(heads.map((head) => registerHousehold(keeper, closing, notebook, head)));
    const mine = registered.filter((household) => household !== undefined);
    households.push(...mine);
    await openFiles({ clerk: keeper, reviewer, approver }, closing, notebook, mine, daysAgo(14));
    if (mine.length > 0) await approveList({ clerk, approver: decides }, closing, notebook, mine);
  }

  async function moneyLane(): Promise<void> {
    const fundId = await findCountyFund(finance, closing);
    if (fundId === undefined) return;
    for (const receipt of plan.receipts) {
      await sleep(receipt.afterMs);
      await recordReceipt(finance, closing, notebook, { ...receipt, fundId, receivedOn: daysAgo(1) });
    }
    if (plan.allocationYuan > 0) {
      const transfer = { to: county, yuan: plan.allocationYuan };
      await allocate({ city: cityFinance, county: finance }, closing, notebook, transfer);
    }
  }

  async function visitLane(): Promise<void> {
    for (let visit = 0; visit < plan.visits; visit += 1) {
      await sleep(150);
      const [household] = households.slice(-1);
      if (household === undefined) continue;
      await recordVisit(clerk, notebook, { householdId: household.householdId, visitedOn: daysAgo(1) });
    }
  }

  const aid = Promise.all(Array.from({ length: plan.lanes }, (_, lane) => aidLane(lane))).then(() => {
    approved = true;
  });
  await Promise.all([aid, moneyLane(), visitLane(), payGrants({ finance, lead }, closing, notebook, () => approved)]);
  if (plan.returnsPayment) {
    await returnOnePayment({ finance, lead }, closing, notebook, random, daysAgo(0));
    await payGrants({ finance, lead }, closing, notebook, () => true);
  }
}

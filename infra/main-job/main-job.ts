import { organizationIdOf, winterCampaignId } from '@nuangong/demonstration-city';
import { signIn, type Session } from './session.ts';
import { until } from './until.ts';

const roster = new URL('./__fixtures__/roster-county-winter.xlsx', import.meta.url).pathname;
const postedList = new URL('./__fixtures__/posted-list.png', import.meta.url).pathname;

/** The demonstration's winter campaign. */
export const campaignId = winterCampaignId;
const countyId = organizationIdOf('510101');

/** The result of the main job. */
export interface MainJobOutcome {
  readonly importId: string;
  readonly postingId: string;
  readonly batchId: string;
}

type Rows = { readonly rows: readonly { readonly id: string; readonly ok: boolean; readonly problems: unknown }[] };

const everyRow = (what: string, { rows }: Rows, expected = rows.length): void => {
  const refused = rows.filter(({ ok }) => !ok);
  if (refused.length > 0 || rows.length !== expected) {
    throw new Error(`${what}: ${rows.length} rows, ${refused.length} refused: ${JSON.stringify(refused.slice(0, 3))}`);
  }
};

/** Does the whole job of §000-1 for county 510101: 325 households at 300 yuan. */
export async function doMainJob(url: string): Promise<MainJobOutcome> {
  const [clerk, reviewer, approver] = await Promise.all([
    signIn(url, 'qinghe-clerk'),
    signIn(url, 'qinghe-reviewer'),
    signIn(url, 'qinghe-approver'),
  ]);
  const importId = await importRoster(clerk);
  const postingId = await openFiles(clerk, reviewer, approver);
  await provideMoney(url);
  await approveList(clerk, approver);
  const batchId = await pay(url);
  return { importId, postingId, batchId };
}

/** Uploads and imports the county's roster. */
export async function importRoster(clerk: Session): Promise<string> {
  const { answer } = await clerk.upload<{ importId: string }>('/files/case-records/rosters', roster);
  const id = answer.importId;
  const state = () =>
    clerk.ask<{ rosterImport: { status: string; accepted: number; rejected: number } }>(
      'query ($id: ID!) { rosterImport(id: $id) { status accepted rejected rowsTotal rowsDone } }',
      { id },
    );
  const reaches = (status: string) =>
    until(`import ${status}`, async () => {
      const { rosterImport } = await state();
      return rosterImport.status === status ? { done: rosterImport } : { state: rosterImport };
    });
  await reaches('READY');
  await clerk.command(
    `mutation ($input: StartRosterImportInput!) { startRosterImport(input: $input) { problems { code message } } }`,
    { importId: id },
  );
  await reaches('DONE');
  return id;
}

/**
 * Submits, reviews, posts and activates the county's files; the list went up two weeks ago, as its photograph shows.
 */
export async function openFiles(clerk: Session, reviewer: Session, approver: Session): Promise<string> {
  const rows = 'problems { code message } rows { id ok problems { code message } }';
  const submitted = await clerk.command<Rows>(
    `mutation ($input: CaseFilesInput!) { submitCaseFiles(input: $input) { ${rows} } }`,
    { all: true },
  );
  everyRow('submit', submitted);
  const passed = await reviewer.command<Rows>(
    `mutation ($input: CaseFileDecisionInput!) { passCaseFiles(input: $input) { ${rows} } }`,
    { all: true, opinion: '材料齐全，符合条件' },
  );
  everyRow('pass', passed, 325);
  const { posting } = await reviewer.command<{ posting: { id: string; status: string } }>(
    `mutation ($input: PublishPostingInput!) { publishPosting(input: $input) { problems { code message } posting { id status } } }`,
    { place: '县总工会公示栏及各单位公告栏', from: someDaysAgo(14), allReviewed: true },
  );
  const { status } = await reviewer.upload(`/files/case-records/postings/${posting.id}/photos`, postedList);
  if (status !== 201) throw new Error(`the photograph of the list: ${status}`);
  await approver.command(
    `mutation ($input: ConfirmPostingInput!) { confirmPosting(input: $input) { problems { code message } } }`,
    { postingId: posting.id },
  );
  const activated = await approver.command<Rows>(
    `mutation ($input: ActivatePostingInput!) { activatePosting(input: $input) { ${rows} } }`,
    { postingId: posting.id },
  );
  everyRow('activate', activated, 325);
  return posting.id;
}

function someDaysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** City money of 48,750 yuan with equal matching, and 48,750 yuan of the county's own. */
export async function provideMoney(url: string): Promise<void> {
  const city = await signIn(url, 'city-finance');
  const county = await signIn(url, 'qinghe-finance');
  const { funds } = await city.ask<{ funds: { items: { id: string; source: string }[] } }>(
    'query ($campaignId: ID) { funds(filter: { campaignId: $campaignId, own: true }) { items { id source } } }',
    { campaignId },
  );
  const union = funds.items.find(({ source }) => source === 'UNION');
  const { allocation } = await city.command<{ allocation: { id: string } }>(
    `mutation ($input: SendAllocationInput!) { sendAllocation(input: $input) { problems { code field message } allocation { id } } }`,
    {
      fundId: union?.id,
      toOrganizationId: countyId,
      amount: '48750.00',
      matchingRequirement: 'EQUAL',
      campaignId,
      idempotencyKey: crypto.randomUUID(),
    },
  );
  await county.command(
    `mutation ($input: ReceiveAllocationInput!) { receiveAllocation(input: $input) { problems { code field message } allocation { status } } }`,
    { allocationId: allocation.id },
  );
  const { fund } = await county.command<{ fund: { id: string } }>(
    `mutation ($input: OpenFundInput!) { openFund(input: $input) { problems { code field message } fund { id } } }`,
    { name: '县财政配套送温暖资金', source: 'LOCAL_FISCAL', purposes: ['送温暖'], year: 2026, campaignId, priority: 2 },
  );
  await county.command(
    `mutation ($input: RecordReceiptInput!) { recordReceipt(input: $input) { problems { code field message } receipt { id } } }`,
    {
      fundId: fund.id,
      amount: '48750.00',
      payer: '青禾县财政局',
      receivedOn: someDaysAgo(1),
      memo: '等额配套',
      idempotencyKey: crypto.randomUUID(),
    },
  );
}

/** Puts the campaign list forward and approves it; ends when money is committed for all. */
export async function approveList(clerk: Session, approver: Session): Promise<void> {
  const rows = 'problems { code message } rows { id ok problems { code message } }';
  const put = await clerk.command<Rows>(
    `mutation ($input: PutForwardCampaignListInput!) { putForwardCampaignList(input: $input) { ${rows} } }`,
    { campaignId },
  );
  everyRow('put forward', put, 325);
  const approved = await approver.command<Rows>(
    `mutation ($input: ApproveApplicationsInput!) { approveApplications(input: $input) { ${rows} } }`,
    { campaignId, all: true, opinion: '同意' },
  );
  everyRow('approve', approved, 325);
  await applicationsReach('FUNDED', approver);
}

/** Prepares, approves and pays the batch of everything committed; ends when every application is marked as paid. */
export async function pay(url: string): Promise<string> {
  const finance = await signIn(url, 'qinghe-finance');
  const lead = await signIn(url, 'qinghe-finance-lead');
  const { batch } = await finance.command<{ batch: { id: string } }>(
    `mutation ($input: PrepareBatchInput!) { prepareBatch(input: $input) { problems { code message } batch { id total paymentCount } } }`,
    { campaignId },
  );
  await lead.command(
    `mutation ($input: ApproveBatchInput!) { approveBatch(input: $input) { problems { code message } batch { status } } }`,
    { batchId: batch.id },
  );
  await finance.command(
    `mutation ($input: PayBatchInput!) { payBatch(input: $input) { problems { code message } batch { status } } }`,
    { batchId: batch.id },
  );
  const statistics = await signIn(url, 'qinghe-statistics');
  await until('325 households paid in table 1', async () => {
    const table = await readCells(statistics);
    return table.get('4C') === '325' ? { done: true } : { state: Object.fromEntries(table) };
  });
  await applicationsReach('PAID', await signIn(url, 'qinghe-approver'));
  return batch.id;
}

/**
 * Waits until all 325 applications of the campaign have the status, after case records has handled the events of funds.
 */
async function applicationsReach(status: 'FUNDED' | 'PAID', approver: Session): Promise<void> {
  await until(`325 applications ${status}`, async () => {
    const { applications } = await approver.ask<{ applications: { total: number } }>(
      `query ($filter: AidApplicationFilter) { applications(filter: $filter) { total } }`,
      { filter: { campaignId, statuses: [status] } },
    );
    return applications.total === 325 ? { done: true } : { state: applications };
  });
}

/** The first cell of each line of table 1, by the line's code. */
export async function readCells(statistics: Session): Promise<ReadonlyMap<string, string>> {
  const { statutoryTable } = await statistics.ask<{
    statutoryTable: { lines: { code: string; cells: { key: string; value: string }[] }[] };
  }>(
    `query ($campaignId: ID) {
      statutoryTable(form: "warmth-table", campaignId: $campaignId) { lines { code cells { key value } } }
    }`,
    { campaignId },
  );
  return new Map(statutoryTable.lines.map(({ code, cells }) => [code, cells[0]?.value ?? '']));
}

import { winterCampaignId } from '@nuangong/demonstration-city';
import { textOfDocx } from '@nuangong/documents/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  arrangeCampaign,
  cityAdministrator,
  staffOf,
  testMoment,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
  await world.addHouseholds('qinghe', 60);
  await world.addHouseholds('linjiang', 2);
});
afterAll(() => world.drop());

const putForward = `mutation ($campaignId: ID!) {
  putForwardCampaignList(input: { campaignId: $campaignId }) {
    problems { code } rows { id ok problems { code zh } } } }`;
const approve = `mutation ($input: ApproveApplicationsInput!) {
  approveApplications(input: $input) { problems { code } total rows { id ok problems { code message } } } }`;
const queue = `query ($perPage: Int!, $filter: AidApplicationFilter) {
  applications(filter: $filter, perPage: $perPage) { total items {
    id number status amount lockedForMe lockReason headName unitName organizationName campaign { id name }
    household { id unitName head { maskedIdentityNumber } } caseFile { id number version }
    decision { outcome amount amountMax policyCode policyName policyVersion frequency evidenceMissing headName
      maskedIdentityNumber caseFileNumber
      lines { criterion householdValue threshold inForceFrom met speaks clauseCode source } } } } }`;

interface Queue {
  readonly applications: {
    readonly total: number;
    readonly items: readonly (Readonly<Record<string, unknown>> & {
      readonly id: string;
      readonly lockReason: string | null;
      readonly household: { readonly id: string };
      readonly decision: { readonly lines: readonly Readonly<Record<string, unknown>>[] };
    })[];
  };
}

const clerk = staffOf('qinghe', 'CLERK');
const reviewer = staffOf('qinghe', 'REVIEWER');
const approver = staffOf('qinghe', 'APPROVER');
const campaignId = winterCampaignId;

test('after the list is put forward, the queue shows each application with its decision sheet, locked for its makers', async () => {
  const toPutForward = '{ caseWork { filesToPutForward } }';
  expect(await world.ask(clerk, toPutForward)).toEqual({ caseWork: { filesToPutForward: 60 } });
  expect(await world.ask(approver, toPutForward)).toEqual({ caseWork: { filesToPutForward: 0 } });
  const put = await world.ask<{ putForwardCampaignList: { rows: { ok: boolean }[] } }>(clerk, putForward, {
    campaignId,
  });
  expect(put.putForwardCampaignList.rows.filter((row) => row.ok)).toHaveLength(60);
  const { applications } = await world.ask<Queue>(approver, queue, {
    perPage: 50,
    filter: { statuses: ['COUNTY_REVIEW'] },
  });
  expect([applications.total, applications.items.length]).toEqual([60, 50]);
  expect(applications.items[0]).toMatchObject({
    number: '510101-2026-S000001',
    amount: '300.00',
    lockedForMe: false,
    campaign: { name: '2027年元旦春节送温暖活动' },
    caseFile: { version: 5 },
    decision: {
      outcome: 'ELIGIBLE',
      policyCode: 'county-winter-300',
      frequency: '每户每次活动 1 次，只计节日慰问',
    },
  });
  expect(applications.items[0]?.decision.lines).toContainEqual(
    expect.objectContaining({ criterion: '低保线', threshold: '低保线 560.00 元/人·月', inForceFrom: '2026-01-01' }),
  );
  const mine = await world.ask<Queue>(reviewer, queue, { perPage: 1 });
  expect(mine.applications.items[0]).toMatchObject({
    lockedForMe: true,
    lockReason: '本人经办过该户，由另一位审批人审批',
  });
});

test('a household’s applications are visible only to roles that read applications', async () => {
  const { applications } = await world.ask<Queue>(approver, queue, { perPage: 1 });
  const id = applications.items[0]?.household.id;
  const household = 'query ($id: ID!) { household(id: $id) { applications { status } } }';
  expect(await world.ask(clerk, household, { id })).toEqual({
    household: { applications: [{ status: 'COUNTY_REVIEW' }] },
  });
  expect(await world.ask(staffOf('qinghe', 'EMPLOYMENT'), household, { id })).toEqual({
    household: { applications: [] },
  });
});

test('a page of ten and a page of fifty cost the same number of statements', async () => {
  const costOf = async (perPage: number) => {
    const before = world.database.statements();
    await world.ask(approver, queue, { perPage });
    return world.database.statements() - before;
  };
  await costOf(1);
  const ten = await costOf(10);
  expect(await costOf(50)).toBe(ten);
});

test('the landing page shows the number and the amount that the user may approve', async () => {
  const work = `{ caseWork { applicationsToApprove applicationsAwaitingFunds applicationsAmountToApprove active } }`;
  const expected = {
    applicationsToApprove: 60,
    applicationsAwaitingFunds: 0,
    applicationsAmountToApprove: '18000.00',
    active: 60,
  };
  expect(await world.ask(approver, work)).toEqual({ caseWork: expected });
  expect(await world.ask(reviewer, work)).toEqual({
    caseWork: { ...expected, applicationsToApprove: 0, applicationsAmountToApprove: '0.00' },
  });
  // All 60 active files are put forward in the campaign that runs.
  expect(await world.ask(reviewer, '{ caseWork { filesToPutForward } }')).toEqual({
    caseWork: { filesToPutForward: 0 },
  });
});

test('approval answers row by row; the household shows its application and its timeline', async () => {
  const { applications } = await world.ask<Queue>(approver, queue, { perPage: 1 });
  const [first] = applications.items;
  const input = { ids: [first?.id, '00000000-0000-7000-8000-00000000dead'], opinion: '同意' };
  world.setMoment(new Date(testMoment.getTime() + 60_000));
  const answer = await world.ask(approver, approve, { input });
  expect(answer).toEqual({
    approveApplications: {
      problems: [],
      total: '300.00',
      rows: [
        { id: first?.id, ok: true, problems: [] },
        {
          id: input.ids[1],
          ok: false,
          problems: [{ code: 'NOT_FOUND', message: '本单位范围内没有这条申请，核对后从列表重新打开' }],
        },
      ],
    },
  });
  const household = await world.ask(
    approver,
    `query ($id: ID!) { household(id: $id) { applications { status approvedBy snapshotHash grantId }
       caseTimeline { kind title detail recordType recordId } } }`,
    { id: first?.household.id },
  );
  expect(household).toMatchObject({
    household: {
      applications: [
        { status: 'APPROVED', approvedBy: approver.name, snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
      caseTimeline: [
        { kind: 'APPLICATION_APPROVED', detail: '510101-2026-S000001 送温暖 300.00 元；同意' },
        {
          kind: 'APPLICATION_COUNTY_REVIEW',
          title: '救助申请：县级审批',
          recordType: 'AidApplication',
          recordId: first?.id,
        },
      ],
    },
  });
});

test('another county gets nothing by id, by search, in counts or through _entities', async () => {
  const { applications } = await world.ask<Queue>(approver, queue, { perPage: 1 });
  const id = applications.items[0]?.id;
  const stranger = staffOf('linjiang', 'APPROVER');
  const asked = await world.ask(
    stranger,
    `query ($id: ID!, $representations: [_Any!]!) { application(id: $id) { id } eligibilityDecision(id: $id) { id }
       applications(filter: { search: "510101" }) { total items { id } } caseWork { applicationsToApprove }
       _entities(representations: $representations) { __typename } }`,
    { id, representations: [{ __typename: 'AidApplication', id }] },
  );
  expect(asked).toEqual({
    application: null,
    eligibilityDecision: null,
    applications: { total: 0, items: [] },
    caseWork: { applicationsToApprove: 0 },
    _entities: [null],
  });
  const forbidden = await world.answer(staffOf('qinghe', 'LEGAL_AID'), queue, { perPage: 1 });
  expect(forbidden.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

test('the city sees the campaign with its policy, and the funnel of all 23 counties', async () => {
  const shown = await world.ask<{ campaign: { funnel: unknown[]; policy: { clauses: unknown[] } } }>(
    cityAdministrator,
    `query ($id: ID!) { campaign(id: $id) { name status from to standard budget phases { name from to }
       targetCategories { code name } quotas { organizationName households budget }
       policy { code version source clauses { code title source text } }
       funnel { organizationName active putForward approved } } campaigns { total } policies { code } }`,
    { id: campaignId },
  );
  expect(shown).toMatchObject({
    campaign: {
      status: 'OPEN',
      from: '2026-11-15',
      to: '2027-02-28',
      standard: '300.00',
      policy: { code: 'county-winter-300' },
    },
    campaigns: { total: 1 },
    policies: [{ code: 'county-winter-300' }],
  });
  expect(shown.campaign.funnel).toHaveLength(23);
  expect(shown.campaign.funnel[0]).toMatchObject({ organizationName: '青禾县总工会', active: 60, putForward: 60 });
  expect(shown.campaign.policy.clauses).toHaveLength(11);
});

test('a role that reads applications gets a decision sheet as PDF and as a Word document, and that is audited', async () => {
  const { applications } = await world.ask<{
    applications: { items: { decision: { id: string; pdfUrl: string; docxUrl: string; headName: string } }[] };
  }>(approver, '{ applications(perPage: 1) { items { decision { id pdfUrl docxUrl headName } } } }');
  const { id, pdfUrl, docxUrl, headName } = applications.items[0]!.decision;
  const pdf = await world.download(approver, pdfUrl);
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(decodeURIComponent(pdf.headers.get('content-disposition') ?? '')).toContain('资格判定书-');
  const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
  expect([bytes.startsWith('%PDF-'), bytes.includes('NotoSansSC')]).toEqual([true, true]);
  const docx = await world.download(approver, docxUrl);
  expect(docx.status).toBe(200);
  const text = await textOfDocx(Buffer.from(await docx.arrayBuffer()));
  for (const words of [
    '资格判定书',
    `申请人（户主）：${headName}`,
    '结论：符合条件',
    '300.00 元',
    '低保线 560.00 元/人·月',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/[{}]/);
  expect((await world.download(staffOf('linjiang', 'APPROVER'), docxUrl)).status).toBe(404);
  expect((await world.download(staffOf('qinghe', 'LEGAL_AID'), pdfUrl)).status).toBe(403);
  const { rows } = await world.owner.query(
    `select staff_name from audit_entry where action = 'decision-sheet.print' and record_id = $1`,
    [id],
  );
  expect(rows).toHaveLength(2);
});

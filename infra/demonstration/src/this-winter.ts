import {
  city as federation,
  registerCounties,
  registerCounty,
  winterCampaignId,
  type CityOrganization,
} from '@nuangong/demonstration-city';
import { act, actOnRows, look } from './act.ts';
import type { CityAtWork } from './city-at-work.ts';
import { leaveUndecided } from './leave-undecided.ts';
import { registeredThen } from './last-winter.ts';
import {
  approveBatch,
  committedGrants,
  confirmReturn,
  payBatch,
  paymentsOf,
  prepareBatch,
  provideOwnMoney,
  recordReturn,
  refuseReturn,
} from './money.ts';
import { activate, filesIn, importRoster, postFiles, prefixOf, reviewFiles, submitFiles } from './register.ts';

const campaignId = winterCampaignId;

/** How far a county's new files are: places of its roster, from last winter's end on. */
interface Stages {
  /** Posted in the middle of November. */
  readonly posted: number;
  /** Posted a few days ago; the posting runs. */
  readonly onTheWall: number;
  readonly submitted: number;
}

const stagesOf = (households: number): Stages => ({
  posted: Math.floor(households / 12),
  onTheWall: Math.floor(households / 8),
  submitted: Math.floor(households / 6),
});

const linjiang = registerCounty('510102');
const yunling = registerCounty('510103');
const anhe = registerCounty('510104');
const shiqiao = registerCounty('510105');

const parts = registerCounties.map(({ organization: county, households }) => ({
  county,
  from: registeredThen(households),
  to: households,
  stages: stagesOf(households),
}));

/** This winter's campaign until today, a day in it; each step after the one before. */
export async function playThisWinter(city: CityAtWork, today: string): Promise<void> {
  await postFirst(city);
  await objectAndAnswer(city);
  const chosen = await putForwardLists(city);
  await openFirstPostSecond(city);
  await approve(city, chosen);
  const batches = await prepareBatches(city);
  await registerRest(city);
  await payAndReturn(city, batches);
  await leaveRegister(city);
  await leaveUndecided(city, linjiang, campaignId);
  city.on(today, 8);
  await sendMoney(city);
  await city.deliver();
  await city.runTasks();
}

async function registerAndSubmit(city: CityAtWork, range: (part: (typeof parts)[number]) => readonly [number, number]) {
  await Promise.all(parts.map((part) => importRoster(city, part.county, range(part))));
  await Promise.all(parts.map(({ county }) => submitFiles(city, county)));
}

const passAll = (city: CityAtWork) =>
  Promise.all(parts.map(({ county }) => reviewFiles(city, county, 'passCaseFiles', '材料齐全，符合条件')));

/** The first new families are registered, reviewed and posted. */
async function postFirst(city: CityAtWork): Promise<void> {
  city.on('2026-11-16', 9);
  await registerAndSubmit(city, ({ from, stages }) => [from, from + stages.posted]);
  city.on('2026-11-16', 15);
  await passAll(city);
  city.on('2026-11-17', 9);
  await Promise.all(parts.map(({ county }) => postFiles(city, county)));
}

/** The postings that ended are opened, but for one that its county forgot; the next families are posted. */
async function openFirstPostSecond(city: CityAtWork): Promise<void> {
  city.on('2026-11-24', 9);
  await registerAndSubmit(city, ({ from, stages: { posted, onTheWall } }) => [
    from + posted,
    from + posted + onTheWall,
  ]);
  city.on('2026-11-25', 9);
  await passAll(city);
  city.on('2026-11-25', 16);
  await Promise.all(parts.filter(({ county }) => county !== anhe).map(({ county }) => openEnded(city, county)));
  await city.deliver();
  city.on('2026-11-26', 9);
  const postings = await Promise.all(parts.map(async ({ county }) => [county, await postFiles(city, county)] as const));
  await postAgain(city, yunling, new Map(postings).get(yunling));
}

/** A posting at a wrong place is withdrawn, and its files are posted again. */
async function postAgain(city: CityAtWork, county: CityOrganization, postingId: string | undefined): Promise<void> {
  city.on('2026-11-26', 11);
  const command = { service: 'case-records', name: 'withdrawPosting' } as const;
  await act(city, `${prefixOf(county)}-reviewer`, command, { postingId, reason: '张贴地点写错，改正后重新公示' });
  await postFiles(city, county);
}

async function openEnded(city: CityAtWork, county: CityOrganization): Promise<void> {
  const { postings } = await look<{ readonly postings: { readonly items: readonly { readonly id: string }[] } }>(
    city,
    `${prefixOf(county)}-approver`,
    'case-records',
    '{ postings(filter: { status: ENDED }, perPage: 10) { items { id } } }',
  );
  for (const { id } of postings.items) await activate(city, county, id, 1);
}

/** The last families come in; part is submitted, of which a few are decided. An objection to the running list is open. */
async function registerRest(city: CityAtWork): Promise<void> {
  city.on('2026-11-27', 14);
  await Promise.all(
    parts.map(({ county, from, to, stages: { posted, onTheWall } }) =>
      importRoster(city, county, [from + posted + onTheWall, to]),
    ),
  );
  await Promise.all(
    parts.map(async ({ county, stages }) => {
      const drafts = await filesIn(city, county, 'DRAFT', stages.submitted);
      const ids = drafts.map(({ id }) => id);
      await submitFiles(city, county, ids);
    }),
  );
  city.on('2026-11-27', 16);
  await object(city, (await filesIn(city, linjiang, 'POSTED')).at(-1)?.id, '家中有人经商');
  city.on('2026-11-27', 17);
  await Promise.all(parts.map(({ county }) => decideSome(city, county)));
}

/** A few of the submitted files are passed, returned and not accepted, one passed by mistake waits again; so do the others. */
async function decideSome(city: CityAtWork, county: CityOrganization): Promise<void> {
  const ids = (await filesIn(city, county, 'SUBMITTED', 12)).map(({ id }) => id);
  await reviewFiles(city, county, 'passCaseFiles', '材料齐全', ids.slice(0, 4));
  await reviewFiles(city, county, 'returnCaseFiles', '缺收入证明，补后再报', ids.slice(4, 7));
  await reviewFiles(city, county, 'rejectCaseFiles', '不是本县职工家庭', ids.slice(7, 9));
  const mistaken = ids.slice(9, 10);
  await reviewFiles(city, county, 'passCaseFiles', '材料齐全', mistaken);
  const undo = { service: 'case-records', name: 'undoCaseFileSteps' } as const;
  await actOnRows(city, `${prefixOf(county)}-reviewer`, undo, { ids: mistaken });
}

/** Two objections are raised and answered: one is upheld. */
async function objectAndAnswer(city: CityAtWork): Promise<void> {
  city.on('2026-11-19');
  const [early, second] = (await filesIn(city, linjiang, 'POSTED', 2)).map(({ id }) => id);
  const upheld = await object(city, early, '该户有两套住房');
  const dismissed = await object(city, second, '收入不实');
  city.on('2026-11-20');
  await answer(city, upheld, '入户核实属实', true);
  await answer(city, dismissed, '收入与工资单一致', false);
}

async function object(city: CityAtWork, caseFileId: string | undefined, text: string): Promise<string> {
  const { objection } = await act<{ readonly objection: { readonly id: string } }>(
    city,
    `${prefixOf(linjiang)}-clerk`,
    { service: 'case-records', name: 'recordObjection', gives: 'objection { id }' },
    { caseFileId, raisedBy: '邻居，来电', text },
  );
  return objection.id;
}

async function answer(city: CityAtWork, objectionId: string, finding: string, upheld: boolean): Promise<void> {
  await act(
    city,
    `${prefixOf(linjiang)}-approver`,
    { service: 'case-records', name: 'answerObjection' },
    { objectionId, finding, upheld },
  );
}

const putForward = { service: 'case-records', name: 'putForwardCampaignList' } as const;
const decide = (name: string) => ({ service: 'case-records', name, input: 'DecideApplicationsInput' }) as const;

/** The two counties that give first, and how many they approve: one has enough money, the other too little. */
const giving = [
  { county: linjiang, approved: 40, money: '40000.00' },
  { county: yunling, approved: 13, money: '3000.00' },
] as const;

/** Two counties put their lists forward; some are returned, rejected and withdrawn. Gives those left to be decided. */
async function putForwardLists(city: CityAtWork): Promise<ReadonlyMap<CityOrganization, readonly string[]>> {
  const left = new Map<CityOrganization, readonly string[]>();
  city.on('2026-11-20', 15);
  await Promise.all(
    giving.map(({ county }) => actOnRows(city, `${prefixOf(county)}-clerk`, putForward, { campaignId }, 1)),
  );
  city.on('2026-11-20', 17);
  for (const { county } of giving) {
    const [clerk, approver] = [`${prefixOf(county)}-clerk`, `${prefixOf(county)}-approver`];
    const ids = await waitingApplications(city, county);
    const returned = { ids: ids.slice(0, 3), opinion: '家庭人口与户口簿不一致，核对后再报' };
    await actOnRows(city, approver, decide('returnApplications'), returned);
    const rejected = { ids: ids.slice(3, 5), opinion: '本季已由民政救助' };
    await actOnRows(city, approver, decide('rejectApplications'), rejected);
    const withdrawn = { ids: ids.slice(5, 6), reason: '本人放弃' };
    await actOnRows(city, clerk, { service: 'case-records', name: 'withdrawApplications' }, withdrawn);
    left.set(county, ids.slice(6));
  }
  return left;
}

/** Money comes in and part of the lists is approved; the rest waits. */
async function approve(city: CityAtWork, chosen: ReadonlyMap<CityOrganization, readonly string[]>): Promise<void> {
  city.on('2026-11-26', 14);
  const own = { name: '2027年元旦春节县财政资金', campaignId, memo: '县级预算安排' };
  for (const { county, money } of giving) await provideOwnMoney(city, county, { ...own, amount: money });
  city.on('2026-11-27', 9);
  for (const { county, approved } of giving) {
    const ids = chosen.get(county)?.slice(0, approved);
    const command = { service: 'case-records', name: 'approveApplications' } as const;
    await actOnRows(city, `${prefixOf(county)}-approver`, command, { ids, opinion: '同意' });
  }
  await city.deliver();
}

async function waitingApplications(city: CityAtWork, county: CityOrganization): Promise<readonly string[]> {
  const { applications } = await look<{
    readonly applications: { readonly items: readonly { readonly id: string }[] };
  }>(
    city,
    `${prefixOf(county)}-approver`,
    'case-records',
    `query ($filter: AidApplicationFilter) { applications(filter: $filter, perPage: 200) { items { id } } }`,
    { filter: { campaignId, statuses: ['COUNTY_REVIEW'] } },
  );
  return applications.items.map(({ id }) => id);
}

interface Batches {
  readonly paid: string;
  /** A grant that is in no batch. */
  readonly unpaid: string | undefined;
}

/** Of four batches two are approved, one is returned, one waits. */
async function prepareBatches(city: CityAtWork): Promise<Batches> {
  city.on('2026-11-27', 11);
  const grants = await committedGrants(city, linjiang, campaignId);
  const batchOf = (from: number, to: number) => prepareBatch(city, linjiang, campaignId, grants.slice(from, to));
  const [paid, approved, returned] = [await batchOf(0, 20), await batchOf(20, 28), await batchOf(28, 31)];
  await batchOf(31, 35);
  city.on('2026-11-27', 13);
  await approveBatch(city, linjiang, paid);
  await approveBatch(city, linjiang, approved);
  await act(
    city,
    `${prefixOf(linjiang)}-finance-lead`,
    { service: 'funds', name: 'returnBatch' },
    { batchId: returned, reason: '两户账号待核实' },
  );
  return { paid, unpaid: grants[35] };
}

/** A batch is paid; two of its payments come back, of which one is confirmed. */
async function payAndReturn(city: CityAtWork, { paid, unpaid }: Batches): Promise<void> {
  city.on('2026-11-28', 9);
  await payBatch(city, linjiang, paid);
  await city.deliver();
  city.on('2026-11-30', 10);
  const [first, second, third] = await paymentsOf(city, linjiang, campaignId);
  if (first === undefined || second === undefined || third === undefined) throw new Error('nothing was paid');
  await recordReturn(city, linjiang, first.id, '账户已注销');
  await confirmReturn(city, linjiang, first.id);
  await recordReturn(city, linjiang, second.id, '户名不符');
  await recordReturn(city, linjiang, third.id, '银行误退');
  await refuseReturn(city, linjiang, third.id, '银行已说明，款已到账');
  await releaseOne(city, unpaid);
  await city.deliver();
}

/** A grant is given up by two people: its application lapses. */
async function releaseOne(city: CityAtWork, grantId: string | undefined): Promise<void> {
  const prefix = prefixOf(linjiang);
  await act(
    city,
    `${prefix}-finance`,
    { service: 'funds', name: 'proposeGrantDecision' },
    { grantId, kind: 'RELEASE', reason: '本人已迁出本县，放弃领取' },
  );
  await act(city, `${prefix}-finance-lead`, { service: 'funds', name: 'confirmGrantDecision' }, { grantId });
}

/** A family leaves the register, another one is suspended, a third waits for the second person. */
async function leaveRegister(city: CityAtWork): Promise<void> {
  city.on('2026-11-30', 14);
  const county = shiqiao;
  const prefix = prefixOf(county);
  const [exited, suspended, leaving] = (await filesIn(city, county, 'ACTIVE', 3)).map(({ id }) => id);
  const exit = (caseFileId: string | undefined) =>
    act<{ readonly caseFile: { readonly proposal: { readonly id: string } | null } }>(
      city,
      `${prefix}-reviewer`,
      { service: 'case-records', name: 'proposeExit', gives: 'caseFile { proposal { id } }' },
      { caseFileId, reason: 'INCOME_ABOVE_LINE', exitedOn: '2026-11-30', opinion: '子女就业，收入已高于标准' },
    );
  const { caseFile } = await exit(exited);
  await act(
    city,
    `${prefix}-approver`,
    { service: 'case-records', name: 'confirmProposal', input: 'DecideProposalInput' },
    { proposalId: caseFile.proposal?.id, opinion: '同意退出' },
  );
  await exit(leaving);
  const suspend = { service: 'case-records', name: 'suspendCaseFile', input: 'StepCaseFileInput' } as const;
  await act(city, `${prefix}-reviewer`, suspend, { caseFileId: suspended, reason: '本人外出，联系不上' });
  const [waiting] = await applicationFiles(city);
  await act(city, `${prefixOf(linjiang)}-reviewer`, suspend, { caseFileId: waiting, reason: '收入情况正在核实' });
  await city.deliver();
}

/** The case files of applications of the first county that wait for approval. */
async function applicationFiles(city: CityAtWork): Promise<readonly string[]> {
  const { applications } = await look<{
    readonly applications: { readonly items: readonly { readonly caseFile: { readonly id: string } }[] };
  }>(
    city,
    `${prefixOf(linjiang)}-approver`,
    'case-records',
    `query ($filter: AidApplicationFilter) { applications(filter: $filter, perPage: 5) { items { caseFile { id } } } }`,
    { filter: { campaignId, statuses: ['COUNTY_REVIEW'] } },
  );
  return applications.items.map(({ caseFile }) => caseFile.id);
}

/** The city sends money to two counties today; one has confirmed it, one has not yet. */
async function sendMoney(city: CityAtWork): Promise<void> {
  const { funds } = await look<{
    readonly funds: { readonly items: readonly { readonly id: string; readonly available: string }[] };
  }>(
    city,
    'city-finance',
    'funds',
    `query ($filter: FundFilter) { funds(filter: $filter) { items { id available } } }`,
    { filter: { campaignId, source: 'UNION', organizationId: federation.id } },
  );
  const fundId = funds.items[0]?.id;
  const send = (county: CityOrganization, amount: string) =>
    act<{ readonly allocation: { readonly id: string } }>(
      city,
      'city-finance',
      { service: 'funds', name: 'sendAllocation', gives: 'allocation { id }' },
      {
        fundId,
        toOrganizationId: county.id,
        amount,
        matchingRequirement: 'EQUAL',
        campaignId,
        idempotencyKey: crypto.randomUUID(),
      },
    );
  const { allocation } = await send(anhe, '20000.00');
  await act(
    city,
    `${prefixOf(anhe)}-finance`,
    { service: 'funds', name: 'receiveAllocation' },
    { allocationId: allocation.id },
  );
  await send(yunling, '20000.00');
  await send(linjiang, '20000.00');
}

import {
  city as federation,
  registerCounties,
  registerCounty,
  type CityOrganization,
} from '@nuangong/demonstration-city';
import { act, actOnRows } from './act.ts';
import type { CityAtWork } from './city-at-work.ts';
import {
  approveBatch,
  confirmReturn,
  openFund,
  provideOwnMoney,
  recordReceipt,
  payBatch,
  paymentsOf,
  prepareBatch,
  recordReturn,
  type OpenedFund,
} from './money.ts';
import { activate, filesIn, importRoster, postFiles, prefixOf, reviewFiles, submitFiles } from './register.ts';

/** How many families of a county were registered last winter. */
export const registeredThen = (households: number): number => Math.floor(households / 6);

const each = <T>(work: (county: CityOrganization, households: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(registerCounties.map(({ organization, households }) => work(organization, households)));

/** The last winter's campaign, from the first roster to the city's table at the province. */
export async function playLastWinter(city: CityAtWork): Promise<void> {
  city.on('2025-11-24', 9);
  const campaignId = await openCampaign(city);
  city.on('2026-01-06');
  await each((county, households) => importRoster(city, county, [0, registeredThen(households)]));
  city.on('2026-01-07');
  await each((county) => submitFiles(city, county));
  city.on('2026-01-08');
  await each((county) => reviewFiles(city, county, 'passCaseFiles', '材料齐全，符合条件'));
  city.on('2026-01-09');
  const postings = await each(async (county) => ({ county, postingId: await postFiles(city, county) }));
  await city.deliver();
  await provideMoney(city, campaignId);
  city.on('2026-01-19');
  await Promise.all(postings.map(({ county, postingId }) => activate(city, county, postingId)));
  await city.deliver();
  city.on('2026-01-20');
  await each((county) => actOnRows(city, `${prefixOf(county)}-clerk`, putForward, { campaignId }));
  city.on('2026-01-21');
  await each((county) =>
    actOnRows(city, `${prefixOf(county)}-approver`, approve, { campaignId, all: true, opinion: '同意' }),
  );
  await city.deliver();
  await pay(city, campaignId);
  await payAgain(city, campaignId);
  await visit(city, campaignId);
  await report(city, campaignId);
}

const putForward = { service: 'case-records', name: 'putForwardCampaignList' } as const;
const approve = { service: 'case-records', name: 'approveApplications' } as const;

async function openCampaign(city: CityAtWork): Promise<string> {
  const quotas = registerCounties.map(({ organization, households }) => ({
    organizationId: organization.id,
    households: registeredThen(households),
    budget: `${registeredThen(households) * 300}.00`,
  }));
  const { campaign } = await act<{ readonly campaign: { readonly id: string } }>(
    city,
    'city-admin',
    { service: 'case-records', name: 'openCampaign', gives: 'campaign { id }' },
    {
      name: '2026年元旦春节送温暖活动',
      from: '2025-11-24',
      to: '2026-02-28',
      policy: 'county-winter-300',
      standard: '300.00',
      budget: '300000.00',
      phases: [
        { name: '准备摸底', nameEn: 'Preparation and survey', from: '2025-11-24', to: '2026-01-18' },
        { name: '走访慰问', nameEn: 'Visiting', from: '2026-01-19', to: '2026-02-15' },
        { name: '总结上报', nameEn: 'Summary', from: '2026-02-16', to: '2026-02-28' },
      ],
      targetCategories: [
        { code: '3.1', name: '生活困难的劳模', nameEn: 'Model workers in hardship' },
        { code: '3.2', name: '低保户和低保边缘户', nameEn: 'Dibao and marginal households' },
        { code: '3.3', name: '本人或家人患大病', nameEn: 'Major illness of the worker or family' },
        { code: '3.4', name: '意外或灾害致困', nameEn: 'Accident or disaster' },
        { code: '3.5', name: '子女上学负担过重', nameEn: 'Heavy schooling burden' },
      ],
      quotas,
    },
  );
  return campaign.id;
}

/** Half of the money comes from the city, half is the county's own. */
async function provideMoney(city: CityAtWork, campaignId: string): Promise<void> {
  const fundOf = { purposes: ['送温暖'], year: 2026, campaignId, priority: 100 };
  city.on('2026-01-12');
  const cityFund = await act<OpenedFund>(city, 'city-finance', openFund, {
    ...fundOf,
    name: '2026年元旦春节市总工会送温暖资金',
    source: 'UNION',
  });
  await act(city, 'city-finance', recordReceipt, {
    fundId: cityFund.fund.id,
    amount: '60000.00',
    payer: `${federation.name}经费`,
    receivedOn: '2026-01-12',
    memo: '元旦春节送温暖资金',
    idempotencyKey: crypto.randomUUID(),
    document: '锦工发〔2026〕2号',
  });
  await each(async (organization, households) => {
    const half = `${registeredThen(households) * 150}.00`;
    const finance = `${prefixOf(organization)}-finance`;
    const { allocation } = await act<{ readonly allocation: { readonly id: string } }>(
      city,
      'city-finance',
      { service: 'funds', name: 'sendAllocation', gives: 'allocation { id }' },
      {
        fundId: cityFund.fund.id,
        toOrganizationId: organization.id,
        amount: half,
        matchingRequirement: 'EQUAL',
        campaignId,
        idempotencyKey: crypto.randomUUID(),
      },
    );
    await act(city, finance, { service: 'funds', name: 'receiveAllocation' }, { allocationId: allocation.id });
    const own = { name: '2026年元旦春节县财政配套资金', campaignId, amount: half, memo: '等额配套' };
    await provideOwnMoney(city, organization, own);
  });
  await city.deliver();
}

/** Each county prepares its batch, a second person approves it, and it is paid. */
async function pay(city: CityAtWork, campaignId: string): Promise<void> {
  city.on('2026-01-22');
  const batches = await each(async (county) => ({ county, batchId: await prepareBatch(city, county, campaignId) }));
  city.on('2026-01-23');
  await Promise.all(batches.map(({ county, batchId }) => approveBatch(city, county, batchId)));
  city.on('2026-01-26');
  await Promise.all(batches.map(({ county, batchId }) => payBatch(city, county, batchId)));
  await city.deliver();
}

/** The bank returns a payment; the clerk corrects the account, a second person confirms it, and it is paid again. */
async function payAgain(city: CityAtWork, campaignId: string): Promise<void> {
  const county = registerCounty('510102');
  const prefix = prefixOf(county);
  city.on('2026-01-28');
  const [payment] = await paymentsOf(city, county, campaignId);
  if (payment === undefined) throw new Error('nothing was paid');
  await recordReturn(city, county, payment.id, '账号与户名不符');
  city.on('2026-01-29');
  await confirmReturn(city, county, payment.id);
  await city.deliver();
  city.on('2026-01-30');
  const { correction } = await act<{ readonly correction: { readonly id: string } | null }>(
    city,
    `${prefix}-clerk`,
    { service: 'case-records', name: 'correctPayee', gives: 'correction { id }' },
    { householdId: payment.householdId, bankAccount: '6217008990000000013', why: '本人换卡，凭新卡复印件更正' },
  );
  if (correction !== null) {
    await act(
      city,
      `${prefix}-reviewer`,
      { service: 'case-records', name: 'confirmPayeeCorrection', input: 'DecidePayeeCorrectionInput' },
      { correctionId: correction.id, opinion: '已与本人核对' },
    );
  }
  await city.deliver();
  city.on('2026-02-03');
  const batchId = await prepareBatch(city, county, campaignId);
  await approveBatch(city, county, batchId);
  city.on('2026-02-04');
  await payBatch(city, county, batchId);
  await city.deliver();
}

/** Leaders visit a few families of each county. */
async function visit(city: CityAtWork, campaignId: string): Promise<void> {
  city.on('2026-02-10', 17);
  await each(async (county) => {
    for (const { householdId } of await filesIn(city, county, 'ACTIVE', 3)) {
      await act(
        city,
        `${prefixOf(county)}-clerk`,
        { service: 'case-records', name: 'recordVisit' },
        {
          householdId,
          visitedOn: '2026-02-10',
          visitors: '县总工会主席、社区工会干部',
          leaderLed: true,
          brought: '米、油、慰问金',
          findings: '生活平稳，药费仍有困难',
          campaignId,
        },
      );
    }
  });
  await city.deliver();
}

const table = { form: 'warmth-table' } as const;

/** The counties submit their tables; the city returns one with a remark at its cell, then accepts all and submits its own. */
async function report(city: CityAtWork, campaignId: string): Promise<void> {
  const submit = (username: string, remarks: string) =>
    act<{ readonly submission: { readonly id: string } }>(
      city,
      username,
      { service: 'reporting', name: 'submitTable', gives: 'submission { id }' },
      { ...table, campaignId, remarks },
    );
  city.on('2026-03-02');
  const first = await each(async (organization, households) => {
    const statistics = `${prefixOf(organization)}-statistics`;
    const figures = [{ cell: '10A', value: `${households * 20}` }];
    await act(city, statistics, { service: 'reporting', name: 'enterFigures' }, { ...table, campaignId, figures });
    const { submission } = await submit(statistics, '按活动台账填报');
    return { organization, id: submission.id };
  });
  city.on('2026-03-04');
  const returned = first[1];
  if (returned === undefined) return;
  await act(
    city,
    'city-statistics',
    { service: 'reporting', name: 'returnTable' },
    { submissionId: returned.id, opinion: '改后重报', remarks: [{ cell: '10A', text: '与台账不一致，核对' }] },
  );
  city.on('2026-03-05');
  const again = `${prefixOf(returned.organization)}-statistics`;
  const figures = [{ cell: '10A', value: '5900' }];
  await act(city, again, { service: 'reporting', name: 'enterFigures' }, { ...table, campaignId, figures });
  const { submission } = await submit(again, '已核对台账');
  city.on('2026-03-09');
  const accept = { service: 'reporting', name: 'acceptTable' } as const;
  await Promise.all(
    first.map(({ organization, id }) => {
      const submissionId = organization === returned.organization ? submission.id : id;
      return act(city, 'city-statistics', accept, { submissionId, opinion: '同意接收' });
    }),
  );
  city.on('2026-03-12');
  await submit('city-statistics', '各县已报齐');
}

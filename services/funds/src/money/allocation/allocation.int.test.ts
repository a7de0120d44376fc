import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEventId } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import type { Fund } from '../../generated/prisma/client.ts';
import {
  campaignId,
  city,
  cityFinance,
  county,
  finance,
  now,
  otherCountysCampaignId,
  otherFinance,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { allocationOf, fundWith, receive } from '../../testing/money.ts';
import { receiveAllocation } from './receive-allocation.ts';
import { sendAllocation } from './send-allocation.ts';

let funds: FundsService;
let union: Fund;

beforeAll(async () => {
  funds = await startFunds();
  union = await fundWith(funds, '1000.00', { actor: cityFinance, source: 'UNION' });
});
afterAll(async () => {
  await funds.stop();
});

const send = (input: Partial<Parameters<typeof sendAllocation>[1]> = {}, actor = cityFinance) =>
  sendAllocation(funds.commandOf(actor), {
    fundId: union.id,
    toOrganizationId: county.id,
    amount: '400.00',
    matchingRequirement: 'NONE',
    idempotencyKey: newEventId(),
    ...input,
  });
const codesOf = (result: Awaited<ReturnType<typeof send>>) =>
  result.ok ? [] : result.problems.map((each) => [each.code, each.field]);
const balancesOf = (path: string) =>
  funds.inspect<{ account: string; fen: string }>(
    `select account_code as account, sum(debit_fen - credit_fen)::text as fen from journal_line
     where organization_path = $1 group by account_code order by account_code`,
    [path],
  );

describe('an allocation', () => {
  it('is in transit in the city’s book until the county receives it, and visible to both', async () => {
    const sent = allocationOf(await send({ idempotencyKey: 'first', amount: '400.00' }));
    expect(allocationOf(await send({ idempotencyKey: 'first', amount: '400.00' })).id).toBe(sent.id);
    expect(codesOf(await send({ idempotencyKey: 'first', amount: '401.00' }))).toEqual([
      ['IDEMPOTENCY_CONFLICT', 'idempotencyKey'],
    ]);
    expect(await balancesOf(city.path)).toEqual([
      { account: '102', fen: '60000' },
      { account: '122', fen: '40000' },
      { account: '402', fen: '-100000' },
    ]);
    const inTransit = '{ fundsWork { allocationsInTransit } allocations { items { status number } } }';
    for (const actor of [cityFinance, finance]) {
      expect(await funds.ask(actor, inTransit)).toEqual({
        fundsWork: { allocationsInTransit: 1 },
        allocations: { items: [{ status: 'IN_TRANSIT', number: 'BK-5101-202612-0001' }] },
      });
    }
    expect(await funds.ask(otherFinance, inTransit)).toEqual({
      fundsWork: { allocationsInTransit: 0 },
      allocations: { items: [] },
    });
    const received = await Promise.all(
      [1, 2, 3].map(() => receiveAllocation(funds.commandOf(finance), { allocationId: sent.id })),
    );
    expect(received.map((result) => result.ok)).toEqual([true, true, true]);
    expect(await balancesOf(county.path)).toEqual([
      { account: '102', fen: '40000' },
      { account: '403', fen: '-40000' },
    ]);
    expect(await balancesOf(city.path)).toContainEqual({ account: '507', fen: '40000' });
  });

  it('opens one fund for its source, campaign and purposes in the county, which the next one reuses', async () => {
    const sent = allocationOf(await send({ amount: '100.00' }));
    valueOf(await receiveAllocation(funds.commandOf(finance), { allocationId: sent.id }));
    expect(
      await funds.inspect(
        `select f.source, f.campaign_id, f.purposes, b.balance_fen::text as balance from fund f
          join fund_balance b on b.fund_id = f.id
         where f.organization_path = $1`,
        [county.path],
      ),
    ).toEqual([{ source: 'UNION', campaign_id: campaignId, purposes: ['送温暖'], balance: '50000' }]);
  });

  it('never takes more than is available, however many are sent concurrently', async () => {
    const sent = await Promise.all(Array.from({ length: 10 }, () => send({ amount: '200.00' })));
    expect(sent.filter((result) => result.ok)).toHaveLength(2);
    expect(new Set(sent.flatMap(codesOf).map(([code]) => code))).toEqual(new Set(['NOT_ENOUGH_AVAILABLE']));
  });

  it('is refused to a superior, to itself, by another county, and without its ratio', async () => {
    expect(codesOf(await send({ toOrganizationId: city.id }))).toEqual([['NOT_A_SUBORDINATE', 'toOrganizationId']]);
    expect(codesOf(await send({ toOrganizationId: newEventId() }))).toEqual([['NOT_FOUND', 'toOrganizationId']]);
    expect(codesOf(await send({ matchingRequirement: 'RATIO' }))).toEqual([['RATIO_NEEDED', 'matchingRatio']]);
    expect(codesOf(await send({ campaignId: otherCountysCampaignId }))).toEqual([['OTHER_CAMPAIGN', 'campaignId']]);
    expect(codesOf(await send({ campaignId: newEventId() }))).toEqual([['NOT_FOUND', 'campaignId']]);
    expect(codesOf(await send({}, finance))).toEqual([['NOT_FOUND', 'fundId']]);
    const [transit] = await funds.inspect<{ id: string }>(
      "select id from allocation where status = 'IN_TRANSIT' limit 1",
    );
    const foreign = await receiveAllocation(funds.commandOf(otherFinance), { allocationId: transit?.id ?? '' });
    expect(foreign).toMatchObject({ ok: false, problems: [{ code: 'NOT_FOUND' }] });
    await expect(
      funds.attack('51/5101/510102/', `select 1 / settle_allocation($1, '2026-12-12', $2)::integer`, [
        transit?.id,
        finance.staffId,
      ]),
    ).rejects.toThrow(/division by zero/);
  });
});

describe('the receiver’s matching money (配套)', () => {
  const matching = async () => {
    const query = '{ allocations(perPage: 200) { items { id matched } } }';
    const seen = await Promise.all(
      [cityFinance, finance].map((actor) =>
        funds.ask<{ allocations: { items: { id: string; matched: string }[] } }>(actor, query),
      ),
    );
    const [bySender, byReceiver] = seen.map(
      ({ allocations }) => new Map(allocations.items.map(({ id, matched }) => [id, matched])),
    );
    expect(byReceiver).toEqual(new Map([...(bySender ?? [])].filter(([id]) => byReceiver?.has(id))));
    return byReceiver ?? new Map<string, string>();
  };

  it('counts each fen once: allocations take what they require in order, the last what is left', async () => {
    union = await fundWith(funds, '9000.00', { actor: cityFinance, source: 'UNION' });
    const own = await fundWith(funds, '1500.00');
    const year = { campaignId: null, source: 'UNION', actor: cityFinance } as const;
    const [thisYear, lastYear] = [
      await fundWith(funds, '1000.00', year),
      await fundWith(funds, '1000.00', { ...year, year: 2025 }),
    ];
    await fundWith(funds, '700.00', { campaignId: null, year: 2025 });
    await fundWith(funds, '999.00', { source: 'DONATION' });
    const inTurn: string[] = [];
    for (const [matchingRequirement, matchingRatio, amount] of [
      ['NONE', null, '500.00'],
      ['EQUAL', null, '1000.00'],
      ['RATIO', '0.3333', '600.01'],
      ['EQUAL', null, '2000.00'],
    ] as const) {
      inTurn.push(allocationOf(await send({ fundId: union.id, amount, matchingRequirement, matchingRatio })).id);
    }
    const matched = await matching();
    expect(inTurn.map((id) => matched.get(id))).toEqual(['0.00', '1000.00', '199.99', '300.01']);
    await receive(funds, own, '9000.00');
    const more = await matching();
    expect(inTurn.map((id) => more.get(id))).toEqual(['0.00', '1000.00', '199.99', '9300.01']);
    const ofYears: string[] = [];
    for (const fund of [thisYear, lastYear]) {
      const given = { fundId: fund.id, campaignId: null, amount: '600.00', matchingRequirement: 'EQUAL' };
      ofYears.push(allocationOf(await send(given)).id);
    }
    const byYear = await matching();
    expect(ofYears.map((id) => byYear.get(id))).toEqual(['0.00', '700.00']);
  });
});

it('is received no earlier than the day it was sent, even when the clock is behind', async () => {
  const fund = await fundWith(funds, '10.00', { actor: cityFinance, source: 'UNION' });
  const given = { fundId: fund.id, amount: '1.00', matchingRequirement: 'NONE' };
  const sent = allocationOf(await send(given));
  const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  valueOf(await receiveAllocation(funds.commandOf(finance, yesterday), { allocationId: sent.id }));
  const days = await funds.inspect<{ sent: string; received: string }>(
    'select sent_on::text as sent, received_on::text as received from allocation where id = $1',
    [sent.id],
  );
  expect(days).toEqual([{ sent: '2026-12-12', received: '2026-12-12' }]);
  const { id } = allocationOf(await send(given));
  const early = `update allocation set received_on = sent_on - 1, status = 'RECEIVED', received_by = sent_by where id = $1`;
  await expect(funds.inspect(early, [id])).rejects.toThrow(/received_after_sent/);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvent } from '@nuangong/events';
import {
  approvedGrant,
  baseUnion,
  campaignId,
  nextCampaignId,
  finance,
  startFunds,
  type FundsService,
} from '../testing/funds-service.ts';
import { fundWith } from '../testing/money.ts';

let funds: FundsService;

beforeEach(async () => {
  funds = await startFunds();
});
afterEach(async () => {
  await funds.stop();
});

const statuses = () =>
  funds.inspect<{ status: string; grants: number }>(
    'select status, count(*)::integer as grants from aid_grant group by status order by status',
  );

describe('approved grants', () => {
  it('commits ten of fifty that come at once on money for ten', async () => {
    await fundWith(funds, '1800.00', { priority: 10 });
    await fundWith(funds, '1200.00');
    await Promise.all(Array.from({ length: 50 }, () => funds.approve({})));
    expect(await statuses()).toEqual([
      { status: 'AWAITING_FUNDS', grants: 40 },
      { status: 'COMMITTED', grants: 10 },
    ]);
    const [money] = await funds.inspect(
      'select sum(balance_fen)::text as balance, sum(committed_fen)::text as committed from fund_balance',
    );
    expect(money).toEqual({ balance: '300000', committed: '300000' });
  });

  it('is committed once, however often the approval is told', async () => {
    await fundWith(funds, '900.00');
    const grant = approvedGrant();
    await Promise.all([1, 2, 3].map(() => funds.approve(grant)));
    expect(await statuses()).toEqual([{ status: 'COMMITTED', grants: 1 }]);
    expect(await funds.inspect('select attempt from commitment')).toEqual([{ attempt: 1 }]);
  });

  it('splits a grant over two funds by priority, and tells of the parts', async () => {
    const first = await fundWith(funds, '100.00', { priority: 1 });
    const second = await fundWith(funds, '1000.00', { priority: 2, source: 'UNION' });
    const grant = await funds.approve({});
    const [row] = await funds.inspect<{ envelope: unknown }>(
      "select envelope from outbox where type = 'nuangong.grant-committed.v1' and key = $1",
      [grant],
    );
    expect(readEvent(row?.envelope).data).toMatchObject({
      parts: expect.arrayContaining([
        { fundId: first.id, source: 'LOCAL_FISCAL', amountFen: 10_000n },
        { fundId: second.id, source: 'UNION', amountFen: 20_000n },
      ]),
    });
  });

  it('leaves money alone that is for another purpose or campaign', async () => {
    await fundWith(funds, '900.00', { purposes: ['助学'] });
    await fundWith(funds, '900.00', { campaignId: nextCampaignId });
    const grant = await funds.approve({});
    const [row] = await funds.inspect<{ envelope: unknown }>(
      "select envelope from outbox where type = 'nuangong.grant-awaiting-funds.v1' and key = $1",
      [grant],
    );
    expect(readEvent(row?.envelope).data).toMatchObject({ grantId: grant, missingFen: 30_000n });
  });

  it('commits what waited in the order of approval, nobody overtaking', async () => {
    const large = await funds.approve({ amountFen: 50_000n });
    await funds.approve({});
    await fundWith(funds, '400.00');
    expect(await statuses()).toEqual([{ status: 'AWAITING_FUNDS', grants: 2 }]);
    await fundWith(funds, '100.00');
    expect(await funds.inspect("select id from aid_grant where status = 'COMMITTED'")).toEqual([{ id: large }]);
  });

  it('pays a base union’s household out of its county’s book, and lets the base union see it', async () => {
    await fundWith(funds, '300.00');
    const grant = approvedGrant({ organization: baseUnion });
    await funds.approve(grant);
    expect(await statuses()).toEqual([{ status: 'COMMITTED', grants: 1 }]);
    const query =
      '{ grants(filter: { campaignId: "' + campaignId + '" }) { total items { id parts { amount source } } } }';
    expect(await funds.ask(finance, query)).toEqual({
      grants: { total: 1, items: [{ id: grant.grantId, parts: [{ amount: '300.00', source: 'LOCAL_FISCAL' }] }] },
    });
  });
});

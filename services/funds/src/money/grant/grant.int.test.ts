import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvent } from '@nuangong/events';
import {
  approvedGrant,
  baseUnion,
  campaignId,
  city,
  cityFinance,
  county,
  finance,
  nextCampaignId,
  otherCounty,
  staffOf,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { fundWith, payAll } from '../../testing/money.ts';

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

describe('the list of grants', () => {
  it('is sorted by the pinyin of the payee and by amount, equal amounts by id', async () => {
    await fundWith(funds, '9000.00');
    for (const payeeName of ['张三', '王五', '阿依·古丽', '李四']) await funds.approve({ payeeName });
    const sorted = async (sort: string, descending: boolean) => {
      const { grants } = await funds.ask<{ grants: { items: { id: string; payeeName: string }[] } }>(
        finance,
        `{ grants(sort: ${sort}, descending: ${descending}) { items { id payeeName } } }`,
      );
      return grants.items;
    };
    expect((await sorted('PAYEE', false)).map(({ payeeName }) => payeeName)).toEqual([
      '阿依·古丽',
      '李四',
      '王五',
      '张三',
    ]);
    expect(await funds.ask(finance, '{ grants(perPage: 1) { total sumAmount } }')).toEqual({
      grants: { total: 4, sumAmount: '1200.00' },
    });
    const { grants } = await funds.ask<{ grants: { exportUrl: string } }>(
      finance,
      '{ grants(sort: PAYEE, filter: { status: COMMITTED }) { exportUrl } }',
    );
    const headers = { authorization: await funds.tokens.authorizationOf(finance) };
    const answer = await funds.fetch(grants.exportUrl, { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')]);
    const [entry] = await funds.inspect<{ after: unknown }>(
      `select after from audit_entry where action = 'list.export'`,
    );
    expect(entry?.after).toEqual({ entries: 4 });
    expect(await funds.ask(finance, '{ grants(filter: { search: "王" }) { exportUrl } }')).toEqual({
      grants: { exportUrl: null },
    });
    expect((await funds.fetch('/files/funds/grants.xlsx?filter={"search":"王"}', { headers })).status).toBe(400);
    const ids = (await sorted('AMOUNT', true)).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
});

describe('approved grants', () => {
  it('of fifty that come together with money for ten, ten are committed', async () => {
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

  it('are committed once, however often the approval event comes', async () => {
    await fundWith(funds, '900.00');
    const grant = approvedGrant();
    await Promise.all([1, 2, 3].map(() => funds.approve(grant)));
    expect(await statuses()).toEqual([{ status: 'COMMITTED', grants: 1 }]);
    expect(await funds.inspect('select attempt from commitment')).toEqual([{ attempt: 1 }]);
  });

  it('are split over two funds by priority, with the parts in the event', async () => {
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

  it('take no money of another purpose or campaign', async () => {
    await fundWith(funds, '900.00', { purposes: ['助学'] });
    await fundWith(funds, '900.00', { campaignId: nextCampaignId });
    const grant = await funds.approve({});
    const [row] = await funds.inspect<{ envelope: unknown }>(
      "select envelope from outbox where type = 'nuangong.grant-awaiting-funds.v1' and key = $1",
      [grant],
    );
    expect(readEvent(row?.envelope).data).toMatchObject({ grantId: grant, missingFen: 30_000n });
  });

  it('that wait are committed strictly in the order of approval', async () => {
    const large = await funds.approve({ amountFen: 50_000n });
    await funds.approve({});
    await fundWith(funds, '400.00');
    expect(await statuses()).toEqual([{ status: 'AWAITING_FUNDS', grants: 2 }]);
    await fundWith(funds, '100.00');
    expect(await funds.inspect("select id from aid_grant where status = 'COMMITTED'")).toEqual([{ id: large }]);
  });

  it('for a base union’s household are paid from its county’s book and visible to the base union', async () => {
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

  it('with payment and voucher are visible to the household’s base union, whichever book paid; those of others are not', async () => {
    await fundWith(funds, '600.00');
    const grant = await funds.approve(approvedGrant({ organization: baseUnion }));
    await funds.approve({});
    await payAll(funds);
    const [paid] = await funds.inspect<{ payment: string; voucher: string }>(
      'select id as payment, voucher_id as voucher from payment where grant_id = $1',
      [grant],
    );
    const parts = [{ amount: '300.00', source: 'LOCAL_FISCAL' }];
    const query = `{ grants { items { id status parts { amount source } } }
      payment(id: "${paid?.payment}") { status batchNumber parts { amount source } grant { id } voucher { id } }
      voucher(id: "${paid?.voucher}") { number fundAndSource payment { id } } }`;
    const lead = staffOf(baseUnion, '周梅', 'FINANCE_LEAD');
    const seen = await funds.ask<{ voucher: { number: string } }>(lead, query);
    expect(seen).toMatchObject({
      grants: { items: [{ id: grant, status: 'PAID', parts }] },
      payment: { status: 'PAID', parts, grant: { id: grant }, voucher: { id: paid?.voucher } },
      voucher: { payment: { id: paid?.payment } },
    });
    expect(seen.voucher.number).toMatch(/^510101-202612-00000[12]$/);
    const authorization = await funds.tokens.authorizationOf(lead);
    const pdf = await funds.fetch(`/files/funds/vouchers/${paid?.voucher}.pdf`, { headers: { authorization } });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('are paid from the book that the campaign names, for example the city’s', async () => {
    await fundWith(funds, '300.00', { actor: cityFinance });
    await fundWith(funds, '300.00');
    await funds.approve({ book: city });
    expect(await funds.inspect('select status, organization_path, book_path from aid_grant')).toEqual([
      { status: 'COMMITTED', organization_path: county.path, book_path: city.path },
    ]);
    const strange = await funds.approve({ book: otherCounty });
    expect(await funds.inspect('select cause from dead_letter')).toEqual([
      { cause: expect.stringContaining(`${strange} names a book that is not at or above`) },
    ]);
  });

  it('are paid from the nearest book: a base union’s own when it keeps one', async () => {
    await fundWith(funds, '300.00');
    await fundWith(funds, '300.00', { actor: staffOf(baseUnion, '吴军', 'FINANCE'), source: 'UNION' });
    await funds.approve({ organization: baseUnion });
    await funds.approve({});
    expect(await funds.inspect('select book_path, status from aid_grant order by 1')).toEqual([
      { book_path: county.path, status: 'COMMITTED' },
      { book_path: baseUnion.path, status: 'COMMITTED' },
    ]);
  });
});

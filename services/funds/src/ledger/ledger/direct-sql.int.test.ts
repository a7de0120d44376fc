import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valueOf } from '@nuangong/primitives';
import { proposeGrantDecision } from '../../money/grant/propose-grant-decision.ts';
import {
  approvedGrant,
  city,
  county,
  finance,
  otherCounty,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { invariants } from '../../testing/invariants.ts';
import { fundWith, payAll, returnPayment } from '../../testing/money.ts';

let funds: FundsService;

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, '900.00');
  await fundWith(funds, '500.00', { purposes: ['助学'], campaignId: null });
  await funds.approve({});
  const [returned] = [await funds.approve({})];
  await payAll(funds);
  await funds.approve({});
  const held = approvedGrant();
  await funds.approve(held);
  const { caseFileId, householdId, organization } = held;
  await funds.tell('case-file-exited.v1', {
    caseFileId,
    householdId,
    organization,
    reason: 'DIED',
    exitedOn: '2026-12-12',
  });
  const [payment] = await funds.inspect<{ id: string }>('select id from payment where grant_id = $1', [returned]);
  await returnPayment(funds, payment?.id ?? '');
  const input = { grantId: held.grantId, kind: 'PAY_ON' as const, reason: '由配偶代领' };
  valueOf(await proposeGrantDecision(funds.commandOf(finance), input));
});
afterAll(async () => {
  await funds.stop();
});

const entryOf = (lines: string) => `
  with numbered as (insert into journal_entry (organization_path, number, business_date, memo, origin_type, origin_id)
    select '51/5101/510101/', last_number('51/5101/510101/', 'ENTRY', 202612) + 1, '2026-12-12', 'x', 'RECEIPT',
      uuidv7() returning id)
  ${lines}`;
const aFund = `(select id from fund order by opened_at limit 1)`;

/** What somebody with the service's own database role could try, and the rule that stops it. */
const attempts: readonly (readonly [invariant: string, sql: string, rule: RegExp])[] = [
  [
    '1 unbalanced entry',
    entryOf(`insert into journal_line (entry_id, line_number, organization_path, account_code, fund_id, debit_fen)
    select id, 1, '51/5101/510101/', '102', ${aFund}, 100 from numbered`),
    /debits and credits/,
  ],
  ['1 entry without lines', entryOf('select id from numbered'), /an entry has lines/],
  [
    '1 a line added to an old entry',
    `insert into journal_line (entry_id, line_number, organization_path, account_code, fund_id, debit_fen, credit_fen)
    select e.id, side + 90, e.organization_path, '102', ${aFund}, case side when 1 then 5 else 0 end, case side when 2
      then 5 else 0 end
    from (select * from journal_entry limit 1) e, (values (1), (2)) s(side)`,
    /debits and credits/,
  ],
  ['1 a line changed', 'update journal_line set debit_fen = debit_fen + 1', /append-only/],
  ['1 an entry deleted', 'delete from journal_entry', /append-only/],
  [
    '1 an account that is not in the chart',
    entryOf(`insert into journal_line (entry_id, line_number, organization_path, account_code, debit_fen, credit_fen)
    select id, side, '51/5101/510101/', '999', case side when 1 then 5 else 0 end, case side when 2 then 5 else 0 end
    from numbered, (values (1), (2)) s(side)`),
    /names an account/,
  ],
  ['2 a balance written by hand', 'update fund_balance set balance_fen = balance_fen + 100', /follows from other rows/],
  ['2 a balance removed', 'delete from fund_balance', /follows from other rows/],
  [
    '3 more taken from the bank than there is',
    entryOf(`insert into journal_line (entry_id, line_number, organization_path, account_code, fund_id, debit_fen,
      credit_fen)
    select id, side, '51/5101/510101/', case side when 1 then '50305' else '102' end, ${aFund},
      case side when 1 then 99999999 else 0 end, case side when 2 then 99999999 else 0 end
    from numbered, (values (1), (2)) s(side)`),
    /fund_balance/,
  ],
  [
    '3 a purpose the fund does not have',
    `with made as (insert into commitment (organization_path, grant_id, attempt, amount_fen, made_at)
      select organization_path, id, 7, amount_fen, now() from aid_grant where status = 'AWAITING_FUNDS' returning id,
        organization_path, amount_fen)
    insert into commitment_part select m.id, f.id, m.organization_path, f.name, f.source, m.amount_fen
    from made m, fund f where f.purposes = '{助学}'`,
    /only for its own purposes/,
  ],
  ['3 a fund given another purpose', `update fund set purposes = '{送温暖}'`, /append-only/],
  [
    '4 a second commitment of one grant',
    `insert into commitment (organization_path, grant_id, attempt, amount_fen, made_at)
    select organization_path, id, 3, amount_fen, now() from aid_grant where status = 'COMMITTED'`,
    /one_commitment_per_grant/,
  ],
  [
    '4 a commitment of another amount',
    `insert into commitment (organization_path, grant_id, attempt, amount_fen, made_at)
    select organization_path, id, 1, amount_fen + 1, now() from aid_grant where status = 'AWAITING_FUNDS'`,
    /foreign key/,
  ],
  [
    '4 a commitment without parts',
    `insert into commitment (organization_path, grant_id, attempt, amount_fen, made_at)
    select organization_path, id, 1, amount_fen, now() from aid_grant where status = 'AWAITING_FUNDS'`,
    /parts of a commitment/,
  ],
  ['4 a commitment held again', `update commitment set status = 'HELD' where status = 'CONSUMED'`, /may not change/],
  ['4 a commitment deleted', 'delete from commitment', /append-only/],
  [
    '5 a payment paid by hand',
    `insert into payment (organization_path, book_path, batch_id, batch_number, place, grant_id, commitment_id,
      household_id, amount_fen, status, paid_on)
    select p.organization_path, p.book_path, p.batch_id, p.batch_number, 99, p.grant_id, p.commitment_id,
      p.household_id, p.amount_fen, 'PAID', '2026-12-12'
    from payment p limit 1`,
    /may not change/,
  ],
  [
    '5 a second payment of one grant',
    `insert into payment (organization_path, book_path, batch_id, batch_number, place, grant_id, commitment_id,
      household_id, amount_fen, payee_name, masked_identity_number, masked_bank_account)
    select p.organization_path, p.book_path, p.batch_id, p.batch_number, 99, p.grant_id, p.commitment_id,
      p.household_id, p.amount_fen, p.payee_name, p.masked_identity_number, p.masked_bank_account
    from payment p limit 1`,
    /one_payment_per/,
  ],
  ['5 a paid one made pending', `update payment set status = 'PENDING', paid_on = null`, /may not change/],
  [
    '5 a return without its entry',
    `update payment set status = 'RETURNED' where status = 'PAID'`,
    /entry that reverses/,
  ],
  [
    '5 a batch approved by its preparer',
    `insert into disbursement_batch (organization_path, organization_id, organization_code, organization_name,
      number, total_fen, payment_count, prepared_by, prepared_by_name, prepared_at, prepared_on, approved_by)
    select '51/5101/510101/', uuidv7(), 'x', 'x', 2, 1, 1, g.approved_by_id, 'x', now(), '2026-12-12', g.approved_by_id
      from aid_grant g limit 1`,
    /approver_is_not_preparer/,
  ],
  [
    '11 a gap in the entries',
    `insert into journal_entry (organization_path, number, business_date, memo, origin_type, origin_id)
    values ('51/5101/510101/', 4711, '2026-12-12', 'x', 'RECEIPT', uuidv7())`,
    /without gaps/,
  ],
  [
    '11 a gap in the vouchers',
    `insert into voucher (id, organization_path, book_path, organization_code, organization_name, number, payment_id,
      grant_id, batch_id, amount_fen, fund_and_source, handler, checker, approver, issued_on)
    select uuidv7(), organization_path, book_path, organization_code, organization_name, 99, uuidv7(), grant_id,
      batch_id, amount_fen, 'x', 'x', 'x', 'x', issued_on
    from voucher limit 1`,
    /without gaps/,
  ],
  [
    '4 a grant released while its money stays set aside',
    `update aid_grant set status = 'RELEASED' where status = 'COMMITTED'`,
    /released by two people/,
  ],
  [
    '4 the reason of a grant written over',
    `update aid_grant set reason = '另有原因', clause = '另一条'`,
    /may not change/,
  ],
  [
    '5 a return confirmed by who recorded it',
    `update return_claim set status = 'WAITING', answered_by = null`,
    /may not change/,
  ],
  [
    '5 money back without a confirmed return',
    `insert into returned_payment (payment_id, organization_path, returned_on, entry_id, recorded_by, recorded_at)
    select p.id, p.organization_path, '2026-12-12', p.entry_id, uuidv7(), now() from payment p where p.status = 'PAID' limit 1`,
    /confirmed before it counts/,
  ],
  ...(['PAID_ON', 'RELEASED', 'RESUMED', 'EXITED', 'PAYEE_CORRECTED'] as const).map(
    (outcome) =>
      [
        `5 a hold ended as ${outcome} by nobody`,
        `update grant_hold set ended_at = now(), outcome = '${outcome}'`,
        /a hold ends by/,
      ] as const,
  ),
  ['5 a hold removed', 'delete from grant_hold', /append-only/],
  [
    '5 a decision answered by who proposed it',
    `update grant_decision set status = 'CARRIED_OUT', answered_by = proposed_by, answered_by_name = 'x', answered_at = now()`,
    /another_person_answers/,
  ],
  ['5 what was told of a file rewritten', `update case_file_news set told_at = now()`, /append-only/],
  ['11 a series moved on', `update number_series set last_number = last_number + 1`, /follows from other rows/],
];

describe('the database refuses the service’s own role', () => {
  it.each(attempts)('%s', async (_invariant, sql, rule) => {
    await expect(funds.attack(county.path, sql)).rejects.toThrow(rule);
  });

  it('all invariants hold after all attempts', async () => {
    for (const breaks of Object.values(invariants)) expect(await funds.inspect(breaks)).toEqual([]);
  });
});

describe('row-level security', () => {
  const tables = [
    'fund',
    'fund_balance',
    'receipt',
    'journal_entry',
    'journal_line',
    'aid_grant',
    'commitment',
    'commitment_part',
    'payment',
    'payment_source',
    'voucher',
    'disbursement_batch',
    'disbursement_batch_part',
    'fund_inflow',
    'case_file_news',
    'grant_hold',
    'grant_decision',
    'return_claim',
    'returned_payment',
    'number_series',
    'audit_entry',
  ];

  it.each(tables)('shows %s only to its own county and its superior', async (table) => {
    const count = async (path: string) => {
      let rows = -1;
      await funds.service.database.sqlTransaction({ scope: path as never, staffId: otherCounty.id }, async (client) => {
        const answer = await client.query<{ rows: number }>(`select count(*)::integer as rows from ${table}`);
        rows = answer.rows[0]?.rows ?? -1;
      });
      return rows;
    };
    expect(await count(county.path)).toBeGreaterThan(0);
    expect(await count(city.path)).toBe(await count(county.path));
    expect(await count(otherCounty.path)).toBe(0);
  });

  it('is forced on every table with an organisation’s rows', async () => {
    const open = await funds.inspect(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_path'
       where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  it('refuses writes into another county', async () => {
    await expect(
      funds.attack(otherCounty.path, `insert into number_series values ('51/5101/510101/', 'X', 202612, 1)`),
    ).rejects.toThrow(/row-level security|follows from/);
    await expect(
      funds.attack(
        otherCounty.path,
        `insert into fund (organization_path, organization_id, organization_name, name, source, purposes, year,
          priority, opened_by, opened_at)
         values ('51/5101/510101/', uuidv7(), 'x', 'x', 'UNION', '{x}', 2026, 1, uuidv7(), now())`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

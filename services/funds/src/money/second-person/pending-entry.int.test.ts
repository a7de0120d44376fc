import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEventId } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { sendAllocation } from '../allocation/send-allocation.ts';
import type { Fund } from '../../generated/prisma/client.ts';
import { recordReceipt } from '../receipt/record-receipt.ts';
import {
  city,
  cityFinance,
  county,
  finance,
  financeLead,
  otherLead,
  staffOf,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { fundWith } from '../../testing/money.ts';
import { decidePendingEntry } from './decide-pending-entry.ts';

const cityLead = staffOf(city, '罗永强', 'FINANCE_LEAD');

let funds: FundsService;
let fund: Fund;
beforeAll(async () => {
  funds = await startFunds();
  fund = await fundWith(funds, '0');
});
afterAll(() => funds.stop());

const receive = (input: object = {}, actor = finance) =>
  recordReceipt(funds.commandOf(actor), {
    fundId: fund.id,
    amount: '9000000.00',
    payer: '县财政局',
    receivedOn: '2026-12-01',
    idempotencyKey: newEventId(),
    document: '青财预〔2026〕12号',
    ...input,
  });
const decide = (id: string, input: object = {}, actor = financeLead) =>
  decidePendingEntry(funds.commandOf(actor), { id, confirm: true, ...input });
const codesOf = (
  result: { ok: true } | { ok: false; problems: readonly { code: string; field?: string | undefined }[] },
) => (result.ok ? [] : result.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`)));
const balance = async (id = fund.id) => {
  const [row] = await funds.inspect<{ fen: string }>(
    'select balance_fen::text as fen from fund_balance where fund_id = $1',
    [id],
  );
  return row?.fen;
};

async function waitingEntry(input: object = {}): Promise<string> {
  const { receipt, waiting } = valueOf(await receive(input));
  expect(receipt).toBeNull();
  return waiting?.id ?? '';
}

describe('a receipt above the limit', () => {
  it('needs its document, waits, and adds nothing to the fund', async () => {
    expect(codesOf(await receive({ document: ' ' }))).toEqual(['DOCUMENT_MISSING document']);
    const idempotencyKey = newEventId();
    const id = await waitingEntry({ idempotencyKey });
    expect(await waitingEntry({ idempotencyKey })).toBe(id);
    expect(await balance()).toBe('0');
    expect(
      await funds.ask(
        financeLead,
        '{ fundsWork { entriesToCheck } pendingEntries { amount document proposedBy isOwn carriedOut } }',
      ),
    ).toEqual({
      fundsWork: { entriesToCheck: 1 },
      pendingEntries: [
        {
          amount: '9000000.00',
          document: '青财预〔2026〕12号',
          proposedBy: finance.name,
          isOwn: false,
          carriedOut: null,
        },
      ],
    });
    valueOf(await decide(id));
    expect(await balance()).toBe('900000000');
    const again = valueOf(await receive({ idempotencyKey }));
    expect([again.waiting, again.receipt?.recordedBy]).toEqual([null, finance.staffId]);
    expect(codesOf(await decide(id))).toEqual(['ALREADY_DECIDED']);
    expect(await balance()).toBe('900000000');
  });

  it('up to the limit is recorded at once, and needs no document', async () => {
    const before = BigInt((await balance()) ?? '0');
    const { receipt } = valueOf(await receive({ amount: '500000.00', document: null }));
    expect(receipt?.amountFen).toBe(50_000_000n);
    expect(BigInt((await balance()) ?? '0') - before).toBe(50_000_000n);
  });

  it('is not checked by its maker, another role or another county, nor twice concurrently', async () => {
    const id = await waitingEntry({ amount: '600000.00' });
    expect(codesOf(await decide(id, {}, { ...finance, roles: ['FINANCE_LEAD'] }))).toEqual(['OWN_ENTRY']);
    expect(codesOf(await decide(id, {}, finance))).toEqual(['FORBIDDEN']);
    expect(codesOf(await decide(id, {}, otherLead))).toEqual(['NOT_FOUND id']);
    const before = BigInt((await balance()) ?? '0');
    const both = await Promise.all([decide(id), decide(id), decide(id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(BigInt((await balance()) ?? '0') - before).toBe(60_000_000n);
  });

  it('is returned with the reason, and stays on record', async () => {
    const id = await waitingEntry();
    expect(codesOf(await decide(id, { confirm: false }))).toEqual(['TEXT_MISSING opinion']);
    const before = await balance();
    valueOf(await decide(id, { confirm: false, opinion: '文号与拨款通知不符' }));
    expect(await balance()).toBe(before);
    await expect(funds.attack(county.path, 'delete from pending_entry')).rejects.toThrow('append-only');
    await expect(
      funds.attack(county.path, 'update pending_entry set carried_out = true, opinion = null where id = $1', [id]),
    ).rejects.toThrow('may not change');
  });

  it('cannot be booked without the check, even by SQL of the service’s own role', async () => {
    const [entry] = await funds.inspect<{ id: string }>('select id from journal_entry limit 1');
    await expect(
      funds.attack(
        county.path,
        `insert into receipt (organization_path, fund_id, amount_fen, payer, received_on, idempotency_key, entry_id, recorded_by, recorded_at)
         values ($1, $2, 50000001, '县财政局', '2026-12-01', 'past', $3, $4, now())`,
        [county.path, fund.id, entry?.id, finance.staffId],
      ),
    ).rejects.toThrow('checked by the head of finance');
    await expect(
      funds.attack(
        county.path,
        `insert into pending_entry (organization_path, kind, fund_id, fund_name, amount_fen, counterpart, document, content,
           idempotency_key, proposed_by, proposed_by_name, proposed_at, carried_out, decided_by, decided_by_name, decided_at)
         values ($1, 'RECEIPT', $2, '', 50000001, 'x', 'x', '{}', 'past', $3, 'x', now(), true, $3, 'x', now())`,
        [county.path, fund.id, finance.staffId],
      ),
    ).rejects.toThrow('pending_entry_decided_by_another');
  });
});

describe('an allocation above the limit', () => {
  it('leaves the fund after the head of finance confirms it, if there is enough money then', async () => {
    const union = await fundWith(funds, '1000000.00', { actor: cityFinance, source: 'UNION' });
    const send = (amount: string) =>
      sendAllocation(funds.commandOf(cityFinance), {
        fundId: union.id,
        toOrganizationId: county.id,
        amount,
        matchingRequirement: 'NONE',
        idempotencyKey: newEventId(),
        document: '锦工发〔2026〕20号',
      });
    const first = valueOf(await send('700000.00'));
    const second = valueOf(await send('600000.00'));
    expect([first.allocation, second.allocation, await balance(union.id)]).toEqual([null, null, '100000000']);
    valueOf(await decide(first.waiting?.id ?? '', {}, cityLead));
    expect(await balance(union.id)).toBe('30000000');
    expect(codesOf(await decide(second.waiting?.id ?? '', {}, cityLead))).toEqual(['NOT_ENOUGH_AVAILABLE']);
    const [still] = await funds.inspect('select carried_out from pending_entry where id = $1', [second.waiting?.id]);
    expect(still).toEqual({ carried_out: null });
  });
});

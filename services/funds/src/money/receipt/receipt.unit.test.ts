import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, fen, localDate } from '@nuangong/primitives';
import { isSameReceipt, readNewReceipt } from './receipt.ts';

const today = localDate('2026-12-12');
const input = {
  fundId: '00000000-0000-7000-8000-000000000001',
  amount: '300.00',
  payer: '县财政局',
  receivedOn: '2026-12-12',
  idempotencyKey: 'k',
};

describe('a receipt as typed', () => {
  it('reads every amount of one fen or more exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999_999n }), (count) => {
        const read = readNewReceipt({ ...input, amount: formatYuan(fen(count)) }, today);
        expect(read).toMatchObject({ ok: true, value: { amount: count } });
      }),
    );
  });

  it('refuses tomorrow, and accepts today', () => {
    expect(readNewReceipt(input, today).ok).toBe(true);
    expect(readNewReceipt({ ...input, receivedOn: '2026-12-13' }, today)).toMatchObject({
      ok: false,
      problems: [{ code: 'DATE_IN_FUTURE', field: 'receivedOn' }],
    });
  });

  it('equals another only when every part is equal', () => {
    const read = readNewReceipt(input, today);
    if (!read.ok) throw new Error('not read');
    expect(isSameReceipt(read.value, read.value)).toBe(true);
    for (const change of [
      { payer: '他人' },
      { amount: fen(1n) },
      { memo: 'x' },
      { receivedOn: localDate('2026-12-11') },
    ]) {
      expect(isSameReceipt({ ...read.value, ...change }, read.value)).toBe(false);
    }
  });
});

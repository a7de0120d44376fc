import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '@nuangong/primitives';
import { bankLayouts, type BankLayout } from './bank-layout.ts';
import { paymentTable } from './payment-file.ts';

const payment = fc.record({
  payeeName: fc.string({ minLength: 1 }),
  bankAccount: fc.option(fc.stringMatching(/^\d{16,19}$/)),
  identityNumber: fc.stringMatching(/^\d{17}[\dX]$/),
  amount: fc.bigInt({ min: 1n, max: 10_000_000n }).map(fen),
  purpose: fc.constant('送温暖'),
});

describe('the payment file', () => {
  it('ends with the total of all its rows, in any bank’s columns', () => {
    const layouts = fc.constantFrom(...Object.values(bankLayouts));
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 40 }), layouts, (given, layout) => {
        const payments = given.map((each, at) => ({ ...each, place: at + 1 }));
        const table = paymentTable({ number: 'FF-202612-001', payments }, layout);
        const rows = [...(table.rows as Iterable<readonly unknown[]>)];
        const column = layout.columns.findIndex(({ field }) => field === 'amount');
        expect(rows).toHaveLength(payments.length + 1);
        expect(rows.at(-1)?.[column]).toBe(payments.reduce((sum, each) => sum + each.amount, 0n));
      }),
    );
  });

  it('follows the bank’s columns, and names each payment for matching the statement', () => {
    const layout: BankLayout = {
      name: '农信',
      columns: [
        { heading: '账号', field: 'bankAccount', format: 'text', width: 20 },
        { heading: '附言', field: 'reference', format: 'text', width: 20 },
        { heading: '备注', field: 'remark', format: 'text', width: 20 },
      ],
    };
    const payments = [
      { place: 1, payeeName: '王', bankAccount: null, identityNumber: '1', amount: fen(1n), purpose: 'x' },
      { place: 2, payeeName: '李', bankAccount: '62', identityNumber: '1', amount: fen(1n), purpose: 'x' },
    ];
    const { rows } = paymentTable({ number: 'FF-202612-001', payments }, layout);
    expect([...(rows as Iterable<unknown>)]).toEqual([
      ['', 'FF-202612-001-0001', '现金签领'],
      ['62', 'FF-202612-001-0002', ''],
      ['合计', '', ''],
    ]);
  });
});

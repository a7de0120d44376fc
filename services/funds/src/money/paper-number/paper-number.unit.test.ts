import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocationNumber } from '../allocation/allocation.ts';
import { batchNumber } from '../disbursement/batch.ts';
import { voucherNumber } from '../voucher/voucher.ts';
import { readPaperNumber } from './paper-number.ts';

const month = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => y * 100 + m);
const number = fc.integer({ min: 1, max: 999_999_999 });
const code = fc.constantFrom('51', '5101', '510101', '510101003');

test('reads back every number that is printed', () => {
  fc.assert(
    fc.property(code, month, number, (organizationCode, inMonth, at) => {
      const printed = { month: inMonth, number: at };
      expect(readPaperNumber(voucherNumber(organizationCode, inMonth, at))).toEqual({
        paper: 'VOUCHER',
        organizationCode,
        ...printed,
      });
      expect(readPaperNumber(allocationNumber(`51/${organizationCode}/`, inMonth, at))).toEqual({
        paper: 'ALLOCATION',
        organizationCode,
        ...printed,
      });
      expect(readPaperNumber(batchNumber(inMonth, at))).toEqual({ paper: 'BATCH', ...printed });
    }),
  );
});

test.each([
  ['ｆｆ－２０２６１２－００１', { paper: 'BATCH', month: 202612, number: 1 }],
  ['FF-202612-001　临江', { paper: 'BATCH', month: 202612, number: 1, organizationName: '临江' }],
  [' 510101-202612-12 ', { paper: 'VOUCHER', organizationCode: '510101', month: 202612, number: 12 }],
])('reads %s as it is typed', (typed, read) => {
  expect(readPaperNumber(typed)).toEqual(read);
});

test.each(['', '张三', '510101', '510101-202613-1', 'FF-202612-', 'XX-202612-001', '510101-202612-0000000001'])(
  'reads no number in “%s”',
  (typed) => {
    expect(readPaperNumber(typed)).toBeUndefined();
  },
);

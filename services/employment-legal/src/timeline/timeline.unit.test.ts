import { expect, test } from 'vitest';
import { detailOf } from './timeline.ts';

test('an entry of work says employer, place and pay', () => {
  const told = detailOf({ kind: 'WORKER_PLACED', person: '李强', subject: '农机厂 焊工', amountFen: 350_000n });
  expect(told).toEqual({ zh: '李强 · 农机厂 焊工 · 3,500.00 元', en: '李强 · 农机厂 焊工 · 3,500.00 yuan' });
});

test('an entry of a legal case says its kind and number', () => {
  const told = detailOf({
    kind: 'LEGAL_CASE_OPENED',
    person: '李强',
    subject: 'ARBITRATION 法援-510101-2026-0001',
    amountFen: null,
  });
  expect(told).toEqual({ zh: '李强 · 仲裁 法援-510101-2026-0001', en: '李强 · Arbitration 法援-510101-2026-0001' });
});

import { describe, expect, it } from 'vitest';
import { buildActor } from '@nuangong/service/testing';
import { bookPathOf } from '../grant/grant.ts';
import { voucherNumber } from '../voucher/voucher.ts';
import { batchNumber, batchStatuses, mayApprove, mayPay, mayReturn, reasonLocked } from './batch.ts';

const maker = buildActor({ roles: ['FINANCE'] });
const lead = buildActor({ roles: ['FINANCE_LEAD'] });
const superior = buildActor({ roles: ['FINANCE_LEAD'], scope: '51/5101/' });
const batch = (status: string) => ({ organizationPath: '51/5101/510101/', status, preparedBy: maker.staffId });

describe('the steps of a batch', () => {
  it('are each open in their own state only', () => {
    const open = (may: typeof mayApprove) => batchStatuses.filter((status) => may(batch(status), lead).ok);
    expect([open(mayApprove), open(mayPay), open(mayReturn)]).toEqual([
      ['PREPARED'],
      ['APPROVED'],
      ['PREPARED', 'APPROVED'],
    ]);
  });

  it('close approval to the maker, and everything to a superior', () => {
    expect(mayApprove(batch('PREPARED'), maker)).toMatchObject({ ok: false, problems: [{ code: 'OWN_BATCH' }] });
    for (const may of [mayApprove, mayPay, mayReturn]) {
      expect(may(batch('PREPARED'), superior)).toMatchObject({ ok: false, problems: [{ code: 'ANOTHER_BOOK' }] });
    }
  });

  it('say why they are locked while approval is awaited', () => {
    expect(reasonLocked(batch('PREPARED'), lead)).toBeUndefined();
    expect(reasonLocked(batch('PREPARED'), maker)?.zh).toMatch(/编制人不能审批/);
    expect(reasonLocked(batch('PAID'), maker)).toBeUndefined();
  });
});

describe('numbers and books', () => {
  it('read as they are printed', () => {
    expect(batchNumber(202612, 1)).toBe('FF-202612-001');
    expect(voucherNumber('510101', 202612, 12)).toBe('510101-202612-000012');
  });

  it('pay a base union’s aid from its county, and a county’s from itself', () => {
    expect(bookPathOf('51/5101/510101/510101-01/')).toBe('51/5101/510101/');
    expect(bookPathOf('51/5101/510101/')).toBe('51/5101/510101/');
    expect(bookPathOf('51/5101/')).toBe('51/5101/');
  });
});

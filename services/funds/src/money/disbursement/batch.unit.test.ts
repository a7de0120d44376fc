import { describe, expect, it } from 'vitest';
import { buildActor } from '@nuangong/service/testing';
import { voucherNumber } from '../voucher/voucher.ts';
import { batchNumber, batchStatuses, mayApprove, mayPay, mayReturn, reasonLocked } from './batch.ts';

const maker = buildActor({ roles: ['FINANCE'] });
const lead = buildActor({ roles: ['FINANCE_LEAD'] });
const superior = buildActor({ roles: ['FINANCE_LEAD'], scope: '51/5101/' });
const batch = (status: string) => ({
  organizationPath: '51/5101/510101/',
  status,
  preparedBy: maker.staffId,
  approvedBy: null,
  approvedByName: '李建国',
  approvedAt: new Date('2026-12-01T06:08:00Z'),
  paidByName: null,
  paidAt: null,
  returnedByName: null,
  returnedAt: null,
});

describe('the steps of a batch', () => {
  it('are each allowed only in their own state', () => {
    const open = (may: typeof mayApprove) => batchStatuses.filter((status) => may(batch(status), lead).ok);
    expect([open(mayApprove), open(mayPay), open(mayReturn)]).toEqual([
      ['PREPARED'],
      ['APPROVED'],
      ['PREPARED', 'APPROVED'],
    ]);
  });

  it('name who took the step, and when, to whoever comes second', () => {
    expect(mayApprove(batch('APPROVED'), lead)).toMatchObject({
      problems: [{ message: { zh: expect.stringMatching(/^李建国于 2026-12-01 14:08 已办理/) } }],
    });
  });

  it('refuse approval to the maker, and everything to a superior', () => {
    expect(mayApprove(batch('PREPARED'), maker)).toMatchObject({ ok: false, problems: [{ code: 'OWN_BATCH' }] });
    for (const may of [mayApprove, mayPay, mayReturn]) {
      expect(may(batch('PREPARED'), superior)).toMatchObject({ ok: false, problems: [{ code: 'ANOTHER_BOOK' }] });
    }
  });

  it('give the reason of the lock while the batch awaits approval', () => {
    expect(reasonLocked(batch('PREPARED'), lead, 0)).toBeUndefined();
    expect(reasonLocked(batch('PREPARED'), maker, 0)?.zh).toMatch(/编制人不能复核/);
    expect(reasonLocked(batch('PAID'), maker, 3)).toBeUndefined();
  });

  it('are refused to a person who handled a household of the batch, and paying to its approver', () => {
    for (const status of ['PREPARED', 'APPROVED']) {
      expect(reasonLocked(batch(status), lead, 3)?.zh).toMatch(/本批有 3 户由本人经办/);
    }
    const approved = { ...batch('APPROVED'), approvedBy: lead.staffId };
    expect(reasonLocked(approved, lead, 0)?.zh).toMatch(/复核人不能/);
    expect(mayPay(approved, lead)).toMatchObject({ ok: false, problems: [{ code: 'OWN_APPROVAL' }] });
    expect(mayPay(approved, maker).ok).toBe(true);
  });
});

describe('numbers', () => {
  it('are read as they are printed', () => {
    expect(batchNumber(202612, 1)).toBe('FF-202612-001');
    expect(voucherNumber('510101', 202612, 12)).toBe('510101-202612-000012');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocationNumber, readNewAllocation, requiredMatching } from './allocation.ts';

describe('matching (配套)', () => {
  it('requires nothing, an equal amount, or a share rounded up to the fen', () => {
    expect(requiredMatching(4_875_000n, 'NONE', null)).toBe(0n);
    expect(requiredMatching(4_875_000n, 'EQUAL', null)).toBe(4_875_000n);
    expect(requiredMatching(100n, 'RATIO', '0.3333')).toBe(34n);
    expect(requiredMatching(100n, 'RATIO', '1.5')).toBe(150n);
  });

  it('by ratio is at least the share, and less than one fen above it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (amount, tenThousandths) => {
          const ratio = `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
          const exact = amount * BigInt(tenThousandths);
          const required = requiredMatching(amount, 'RATIO', ratio) * 10_000n;
          expect(required >= exact && required - exact < 10_000n).toBe(true);
        },
      ),
    );
  });

  it('needs a ratio only when it is by ratio', () => {
    const input = {
      fundId: '00000000-0000-7000-8000-000000000001',
      toOrganizationId: '00000000-0000-7000-8000-000000510101',
      amount: '1.00',
      idempotencyKey: 'k',
    };
    expect(readNewAllocation({ ...input, matchingRequirement: 'EQUAL', matchingRatio: '0.5' })).toMatchObject({
      ok: true,
      value: { matchingRatio: null },
    });
    for (const matchingRatio of ['', '0', '-1', '0.12345', 'x']) {
      expect(readNewAllocation({ ...input, matchingRequirement: 'RATIO', matchingRatio })).toMatchObject({
        ok: false,
        problems: [{ code: 'RATIO_NEEDED', field: 'matchingRatio' }],
      });
    }
    expect(readNewAllocation({ ...input, matchingRequirement: 'HALF' })).toMatchObject({
      problems: [{ code: 'MATCHING_UNKNOWN' }],
    });
  });

  it('is numbered by its sender and month', () => {
    expect(allocationNumber('51/5101/', 202612, 1)).toBe('BK-5101-202612-0001');
  });
});

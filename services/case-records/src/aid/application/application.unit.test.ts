import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '@nuangong/primitives';
import {
  applicationActs,
  applicationStatuses,
  decideApproval,
  lawfulSteps,
  lockFor,
  nextStatus,
  statusesWithGrant,
  type ApplicationStatus,
  type ApprovalCase,
} from './application.ts';

const approver = '00000000-0000-7000-8000-0000000000a1';
const clerk = '00000000-0000-7000-8000-0000000000c1';
const reviewer = '00000000-0000-7000-8000-0000000000b1';

const buildApprovalCase = (overrides: Partial<ApprovalCase> = {}): ApprovalCase => ({
  status: 'COUNTY_REVIEW',
  lastHand: null,
  amount: fen(30_000n),
  amountMin: fen(30_000n),
  amountMax: fen(100_000n),
  caseFileStatus: 'ACTIVE',
  caseFileVersion: 3,
  decidedOnVersion: 3,
  identityVerified: true,
  putForwardBy: clerk,
  handlers: [clerk, reviewer],
  ...overrides,
});

const codesOf = (given: ApprovalCase, staffId = approver) => {
  const decided = decideApproval(staffId, given);
  return decided.ok ? [] : decided.problems.map((each) => each.code);
};

describe('the life of an application', () => {
  test('for any steps, a grant exists only after an approval, and final statuses are never left', () => {
    const ends: readonly ApplicationStatus[] = ['FOLLOWED_UP', 'REJECTED', 'WITHDRAWN', 'LAPSED'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...applicationActs), { maxLength: 30 }), (acts) => {
        let status: ApplicationStatus = 'DRAFT';
        let approved = 0;
        for (const act of acts) {
          const next = nextStatus(status, act);
          if (!next.ok) continue;
          expect(ends).not.toContain(status);
          if (act === 'APPROVE') approved += 1;
          status = next.value;
        }
        const granted: readonly ApplicationStatus[] = statusesWithGrant;
        expect(granted.includes(status) || status === 'LAPSED').toBe(approved === 1);
        expect(approved).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('each status can be reached from a draft', () => {
    const reached = new Set<ApplicationStatus>(['DRAFT']);
    for (const _round of applicationStatuses) {
      for (const { from, to } of lawfulSteps()) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...applicationStatuses].sort());
  });

  test('the database allows the same steps', async () => {
    const file = new URL(
      '../../../prisma/migrations/20261201000410_applications_submitted_again/migration.sql',
      import.meta.url,
    );
    const sql = await readFile(file, 'utf8');
    const list = /function application_may_go[\s\S]*?array\[([\s\S]*?)\]/.exec(sql)?.[1] ?? '';
    const inDatabase = [...list.matchAll(/'([A-Z_]+>[A-Z_]+)'/g)].map((match) => match[1] ?? '');
    expect(inDatabase.sort()).toEqual(
      lawfulSteps()
        .map(({ from, to }) => `${from}>${to}`)
        .sort(),
    );
  });
});

describe('an approval', () => {
  test('by somebody who handled nothing of it is accepted', () => {
    expect(decideApproval(approver, buildApprovalCase())).toEqual({ ok: true, value: { status: 'APPROVED' } });
  });

  test.each([clerk, reviewer])(
    'by the person who put it forward, or submitted or reviewed the file, is refused',
    (staffId) => {
      expect(codesOf(buildApprovalCase(), staffId)).toEqual(['MAKER_IS_NOT_CHECKER']);
      expect(lockFor(staffId, buildApprovalCase())?.message.zh).toBe('本人经办过该户，由另一位审批人审批');
    },
  );

  test.each([
    [{ status: 'APPROVED' }, 'APPLICATION_STATUS'],
    [{ status: 'RETURNED' }, 'APPLICATION_STATUS'],
    [{ caseFileStatus: 'SUSPENDED' }, 'FILE_NOT_ACTIVE'],
    [{ identityVerified: false }, 'IDENTITY_NOT_VERIFIED'],
    [{ caseFileVersion: 4 }, 'FILE_CHANGED'],
    [{ amount: fen(29_999n) }, 'AMOUNT_BELOW_MINIMUM'],
    [{ amount: fen(100_001n) }, 'AMOUNT_ABOVE_MAXIMUM'],
  ] as const)('with %o is refused with %s', (overrides, code) => {
    expect(codesOf(buildApprovalCase(overrides))).toEqual([code]);
  });

  test('is refused with all reasons together', () => {
    expect(codesOf(buildApprovalCase({ caseFileStatus: 'EXITED', amount: fen(1n) }), clerk)).toEqual([
      'MAKER_IS_NOT_CHECKER',
      'FILE_NOT_ACTIVE',
      'AMOUNT_BELOW_MINIMUM',
    ]);
  });
});

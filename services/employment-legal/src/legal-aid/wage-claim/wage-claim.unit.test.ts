import { formatYuan, fen, localDate, ok, problem, refuse, valueOf } from '@nuangong/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideClaim, decideRecovery, totalsOf, type WageClaimWorkerInput, type WorkerAccount } from './wage-claim.ts';

const today = localDate('2026-12-08');
const identityNumber = '11010519491231002X';

const buildAccount = (overrides: Partial<WorkerAccount> = {}): WorkerAccount => ({
  id: 'w0',
  personRef: 'person-0',
  name: '赵大勇',
  migrantWorker: true,
  owedFen: 500_000n,
  recoveredFen: 0n,
  ...overrides,
});

const codesOf = (decided: ReturnType<typeof decideRecovery> | ReturnType<typeof decideClaim>) =>
  decided.ok ? [] : decided.problems.map((one) => [one.code, one.field]);

describe('opening a claim', () => {
  const open = (...workers: WageClaimWorkerInput[]) =>
    decideClaim({ employer: '宏达建筑公司', workers }, ok(new Map()), today);

  it.each([
    ['-1', 'AMOUNT_NEGATIVE'],
    ['0.001', 'AMOUNT_TOO_PRECISE'],
    ['1000000000000000', 'AMOUNT_TOO_LARGE'],
    ['0', 'AMOUNT_TOO_SMALL'],
    ['面议', 'AMOUNT_NOT_A_NUMBER'],
  ])('refuses %s owed at its field', (owed, code) => {
    const decided = open({ name: '赵大勇', owed: '100' }, { name: '钱二妹', owed });
    expect(codesOf(decided)).toEqual([[code, 'workers.1.owed']]);
  });

  it('refuses a wrong identity number, and the same one twice, at their fields', () => {
    expect(codesOf(open({ name: '赵大勇', owed: '1', identityNumber: '110105194912310021' }))).toEqual([
      ['IDENTITY_CHECK_DIGIT', 'workers.0.identityNumber'],
    ]);
    const twice = open({ name: '甲', owed: '1', identityNumber }, { name: '乙', owed: '1', identityNumber });
    expect(codesOf(twice)).toEqual([['WORKER_TWICE', 'workers.1.identityNumber']]);
  });

  it('reports all problems together: its own fields, every worker’s, and the households they name', () => {
    const strange = refuse(problem('NOT_FOUND', { zh: '没有', en: 'none' }, 'workers.2.householdId'));
    const workers = [
      { name: ' ', owed: '', identityNumber },
      { name: '乙', owed: '-1', identityNumber },
      { name: '丙', owed: '1', householdId: 'h', identityNumber: '110105194912310021' },
    ];
    const decided = decideClaim({ employer: '', openedOn: '2026-12-09', workers }, strange, today);
    expect(codesOf(decided)).toEqual([
      ['TEXT_MISSING', 'employer'],
      ['DATE_IN_FUTURE', 'openedOn'],
      ['TEXT_MISSING', 'workers.0.name'],
      ['AMOUNT_NOT_A_NUMBER', 'workers.0.owed'],
      ['WORKER_TWICE', 'workers.1.identityNumber'],
      ['AMOUNT_NEGATIVE', 'workers.1.owed'],
      ['IDENTITY_CHECK_DIGIT', 'workers.2.identityNumber'],
      ['NOT_FOUND', 'workers.2.householdId'],
    ]);
  });

  it('refuses a claim without workers', () => {
    expect(codesOf(open())).toEqual([['WORKER_COUNT', 'workers']]);
  });

  it('takes migrant work from the household when the form does not give it', () => {
    const households = ok(new Map([['h', { migrantWorker: true }]]));
    const workers = [
      { name: '甲', owed: '1', householdId: 'h' },
      { name: '乙', owed: '1', householdId: 'h', migrantWorker: false },
    ];
    const claim = valueOf(decideClaim({ employer: '某厂', workers }, households, today));
    expect(claim.workers.map((worker) => worker.migrantWorker)).toEqual([true, false]);
  });
});

describe('recording a recovery', () => {
  it('refuses more than is still owed, with the remaining amount', () => {
    const workers = new Map([['w0', buildAccount({ recoveredFen: 450_000n })]]);
    const decided = decideRecovery(workers, [{ workerId: 'w0', amount: '500.01' }]);
    expect(codesOf(decided)).toEqual([['MORE_THAN_OWED', 'amounts.0.amount']]);
    expect(decided.ok ? '' : decided.problems[0]?.message.zh).toContain('尚欠 500.00 元');
  });

  it('refuses a worker of another claim, a repeated worker, and an empty recovery', () => {
    const workers = new Map([['w0', buildAccount()]]);
    expect(codesOf(decideRecovery(workers, [{ workerId: 'stranger', amount: '1' }]))).toEqual([
      ['NOT_FOUND', 'amounts.0.workerId'],
    ]);
    const twice = [
      { workerId: 'w0', amount: '1' },
      { workerId: 'w0', amount: '1' },
    ];
    expect(codesOf(decideRecovery(workers, twice))).toEqual([['WORKER_TWICE', 'amounts.1.workerId']]);
    expect(codesOf(decideRecovery(workers, []))).toEqual([['AMOUNT_COUNT', 'amounts']]);
  });

  it('never gives anybody more than is owed, and totals are the sums of the parts', () => {
    const account = fc.record({
      owed: fc.bigInt(1n, 10n ** 9n),
      share: fc.integer({ min: 0, max: 100 }),
      migrantWorker: fc.boolean(),
    });
    const amounts = fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(account, { minLength: 1, maxLength: 8 }), amounts, (accounts, wanted) => {
        const workers = accounts.map(({ owed, share, migrantWorker }, place) =>
          buildAccount({ id: `w${place}`, migrantWorker, owedFen: owed, recoveredFen: (owed * BigInt(share)) / 100n }),
        );
        const inputs = wanted
          .slice(0, workers.length)
          .map((amount, place) => ({ workerId: `w${place}`, amount: formatYuan(fen(amount)) }));
        const fits = inputs.every((_input, place) => {
          const { owedFen = 0n, recoveredFen = 0n } = workers[place] ?? {};
          return (wanted[place] ?? 0n) + recoveredFen <= owedFen;
        });
        const decided = decideRecovery(new Map(workers.map((worker) => [worker.id, worker])), inputs);
        expect(decided.ok).toBe(fits);
        if (!decided.ok) return;
        const totals = totalsOf(decided.value);
        expect(totals.amountFen).toBe(wanted.slice(0, inputs.length).reduce((sum, one) => sum + one, 0n));
        expect(totals.migrantAmountFen <= totals.amountFen && totals.migrantWorkers <= totals.workers).toBe(true);
        expect(totals.workers).toBe(inputs.length);
      }),
    );
  });
});

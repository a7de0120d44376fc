import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  announced,
  asOwner,
  audited,
  carryOut,
  command,
  county,
  hearOfHousehold,
  officer,
  otherCounty,
  startEmploymentLegal,
  stranger,
  type Service,
} from './testing/start-employment-legal.ts';

let service: Service;

beforeAll(async () => {
  service = await startEmploymentLegal();
});

afterAll(() => service?.stop());

interface WithId {
  readonly id: string;
}

interface Claim extends WithId {
  readonly workers: readonly (WithId & { readonly name: string })[];
}

const claimForm = {
  openedOn: '2026-12-01',
  employer: '宏达建筑公司',
  site: '青禾安置房工地',
  workers: [
    { name: '赵大勇', identityNumber: '11010519491231002x', migrantWorker: true, owed: '5,000' },
    { name: '钱二妹', migrantWorker: false, owed: '3000.50' },
    { name: '孙三', migrantWorker: true, owed: '100' },
  ],
};
const openClaim = (input: object = {}) =>
  carryOut<Claim>(service, officer, 'openWageClaim', 'wageClaim', { ...claimForm, ...input }, 'id workers { id name }');
const claimFields = `status owed recovered workerCount migrantWorkerCount workers { name owed recovered }
    recoveries { amount workers recoveredOn }`;
const recover = (claim: Claim, amounts: readonly (readonly [number, string])[], input: object = {}) =>
  command<object>(
    service,
    officer,
    'recordRecovery',
    'wageClaim',
    {
      wageClaimId: claim.id,
      amounts: amounts.map(([place, amount]) => ({ workerId: claim.workers[place]?.id, amount })),
      ...input,
    },
    claimFields,
  );

describe('wage claims', () => {
  test('a new one has sealed identity numbers and the sum owed', async () => {
    const claim = await carryOut<WithId>(
      service,
      officer,
      'openWageClaim',
      'wageClaim',
      claimForm,
      `id number status owed recovered workerCount migrantWorkerCount
        workers { name maskedIdentityNumber migrantWorker owed recovered }`,
    );
    expect(claim).toMatchObject({
      number: '欠薪-510101-2026-0001',
      status: 'OPEN',
      owed: '8100.50',
      recovered: '0.00',
      workerCount: 3,
      migrantWorkerCount: 2,
    });
    expect(Reflect.get(claim, 'workers')).toContainEqual({
      name: '赵大勇',
      maskedIdentityNumber: '1**************X',
      migrantWorker: true,
      owed: '5000.00',
      recovered: '0.00',
    });
    const [row] = await asOwner<{ text: string }>(
      service,
      `select string_agg(w::text, '') as text from wage_claim_worker w where wage_claim_id = $1`,
      [claim.id],
    );
    expect(row?.text).not.toContain('19491231');
    expect(await audited(service, claim.id)).toEqual([{ action: 'wage-claim.open', staff: '吴静' }]);
  });

  test('recoveries add up to the fen, are announced with the migrant workers’ part, and end the claim', async () => {
    const claim = await openClaim();
    const first = await recover(
      claim,
      [
        [0, '2000'],
        [1, '3000.50'],
      ],
      { recoveredOn: '2026-12-05' },
    );
    expect(first.value).toMatchObject({ status: 'OPEN', owed: '8100.50', recovered: '5000.50' });
    const last = await recover(claim, [
      [0, '3000.00'],
      [2, '100'],
    ]);
    expect(last.value).toEqual({
      status: 'RECOVERED',
      owed: '8100.50',
      recovered: '8100.50',
      workerCount: 3,
      migrantWorkerCount: 2,
      workers: [
        { name: '赵大勇', owed: '5000.00', recovered: '5000.00' },
        { name: '钱二妹', owed: '3000.50', recovered: '3000.50' },
        { name: '孙三', owed: '100.00', recovered: '100.00' },
      ],
      recoveries: [
        { amount: '3100.00', workers: 2, recoveredOn: '2026-12-08' },
        { amount: '5000.50', workers: 2, recoveredOn: '2026-12-05' },
      ],
    });
    const told = await announced(service, 'wage-claim-recovered.v1', claim.id);
    expect(told).toMatchObject([
      {
        workers: 2,
        migrantWorkers: 1,
        amountFen: '500050',
        migrantAmountFen: '200000',
        recoveredOn: '2026-12-05',
        organization: county,
      },
      { workers: 2, migrantWorkers: 2, amountFen: '310000', migrantAmountFen: '310000', recoveredOn: '2026-12-08' },
    ]);
    expect((await audited(service, claim.id)).map(({ action }) => action)).toEqual([
      'wage-claim.open',
      'wage-claim.record-recovery',
      'wage-claim.record-recovery',
    ]);
  });

  test('a number typed for a worker reveals nothing: what another county typed for the same person changes no answer', async () => {
    const number = '11010519491231002X';
    const typed = (name: string) => ({ ...claimForm, workers: [{ name, identityNumber: number, owed: '10' }] });
    const fields = 'workerCount owed workers { name maskedIdentityNumber householdId owed recovered }';
    const give = (actor: typeof officer, name: string) =>
      command<object>(service, actor, 'openWageClaim', 'wageClaim', typed(name), fields);
    const before = await give(stranger, '外县写的名字');
    const after = await give(officer, '本县写的名字');
    expect(JSON.stringify(after).replaceAll('本县写的名字', '外县写的名字')).toEqual(JSON.stringify(before));
    expect(JSON.stringify(after)).not.toMatch(/外县写的名字|19491231/);
    const of = await hearOfHousehold(service, { organization: otherCounty });
    const codes = async (householdId: string) =>
      (
        await command(
          service,
          officer,
          'openWageClaim',
          'wageClaim',
          {
            ...claimForm,
            workers: [{ name: '甲', identityNumber: number, owed: '1', householdId }],
          },
          'id',
        )
      ).problems;
    expect(await codes(of)).toEqual(await codes('00000000-0000-7000-8000-00000000dead'));
    const [typings] = await asOwner<{ numbers: number }>(
      service,
      `select (after->>'identityNumbers')::int as numbers from audit_entry where action = 'wage-claim.open'
       order by id desc limit 1`,
    );
    expect(typings).toEqual({ numbers: 1 });
  });

  test('a recovery shows what each worker got, and a worker is the same in every instalment and claim', async () => {
    interface Told {
      readonly parts: readonly {
        readonly personRef: string;
        readonly migrantWorker: boolean;
        readonly amountFen: string;
      }[];
    }
    const householdId = await hearOfHousehold(service);
    const workers = [...claimForm.workers.slice(0, 2), { name: '周四', householdId, owed: '80' }];
    const [one, other] = [await openClaim({ workers }), await openClaim({ workers, employer: '另一建筑公司' })];
    await recover(one, [
      [0, '2000'],
      [1, '100.50'],
    ]);
    await recover(one, [
      [0, '1000'],
      [2, '80'],
    ]);
    await recover(other, [
      [0, '1'],
      [1, '1'],
      [2, '1'],
    ]);
    const tellings = (await Promise.all(
      [one, other].map(({ id }) => announced(service, 'wage-claim-recovered.v1', id)),
    )) as unknown as Told[][];
    const [first, second, third] = tellings.flat().map(({ parts }) => parts);
    expect(first).toMatchObject([
      { migrantWorker: true, amountFen: '200000' },
      { migrantWorker: false, amountFen: '10050' },
    ]);
    const refs = (parts: Told['parts'] | undefined) => parts?.map(({ personRef }) => personRef) ?? [];
    const [zhao, qian, zhou] = refs(third);
    expect(refs(first)[0]).toBe(zhao);
    expect(refs(second)).toEqual([zhao, zhou]);
    expect(refs(first)[1]).not.toBe(qian);
    expect(new Set([zhao, qian, zhou, refs(first)[1]]).size).toBe(4);
    expect(JSON.stringify(tellings)).not.toMatch(/19491231|赵大勇|周四/);
  });

  test.each([
    ['-1', 'AMOUNT_NEGATIVE'],
    ['0.001', 'AMOUNT_TOO_PRECISE'],
    ['1000000000000000', 'AMOUNT_TOO_LARGE'],
    ['0', 'AMOUNT_TOO_SMALL'],
    ['5000.01', 'MORE_THAN_OWED'],
  ])('an amount of %s is refused at its field', async (amount, code) => {
    const claim = await openClaim();
    const refused = await recover(claim, [
      [1, '1'],
      [0, amount],
    ]);
    expect(refused).toEqual({ problems: [{ code, field: 'amounts.1.amount' }], value: null });
    expect(await asOwner(service, 'select 1 from wage_recovery where wage_claim_id = $1', [claim.id])).toEqual([]);
  });

  test('of ten concurrent recoveries of half the sum owed, two succeed', async () => {
    const claim = await openClaim();
    const answers = await Promise.all(Array.from({ length: 10 }, () => recover(claim, [[0, '2500']])));
    expect(answers.filter(({ value }) => value !== null)).toHaveLength(2);
    expect(new Set(answers.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(
      new Set(['MORE_THAN_OWED']),
    );
    const [worker] = await asOwner(service, 'select recovered_fen from wage_claim_worker where id = $1', [
      claim.workers[0]?.id,
    ]);
    expect(worker).toEqual({ recovered_fen: '500000' });
  });

  test('the database refuses more than is owed, a worker of another claim, and any change', async () => {
    const [claim, other] = [await openClaim(), await openClaim()];
    await recover(claim, [[0, '4999']]);
    const insert = `with r as (insert into wage_recovery (organization_path, organization_id, organization_name,
        wage_claim_id,
        recovered_on, staff_id, staff_name, recorded_at)
      select organization_path, organization_id, organization_name, id, opened_on, staff_id, staff_name, recorded_at
      from wage_claim where id = $1 returning id, organization_path)
      insert into wage_recovery_part (recovery_id, worker_id, organization_path, amount_fen)
      select id, $2, organization_path, $3 from r`;
    const [own, foreign] = [claim.workers[0]?.id, other.workers[0]?.id];
    await expect(asOwner(service, insert, [claim.id, own, 101])).rejects.toThrow(/never_more_than_owed/);
    await expect(asOwner(service, insert, [claim.id, foreign, 1])).rejects.toThrow(/another claim/);
    await expect(asOwner(service, 'update wage_recovery_part set amount_fen = 1')).rejects.toThrow(/append-only/);
    await expect(asOwner(service, 'update wage_claim_worker set recovered_fen = 0')).rejects.toThrow(/derived/);
    await expect(asOwner(service, `update wage_claim set status = 'RECOVERED'`)).rejects.toThrow(/derived/);
  });

  test('another county’s claim, another claim’s worker and an unknown household are not found', async () => {
    const [claim, other] = [await openClaim(), await openClaim()];
    const foreign = await command(
      service,
      stranger,
      'recordRecovery',
      'wageClaim',
      { wageClaimId: claim.id, amounts: [{ workerId: claim.workers[0]?.id, amount: '1' }] },
      'id',
    );
    expect(foreign.problems).toEqual([{ code: 'NOT_FOUND', field: 'wageClaimId' }]);
    const mixed = await recover({ ...claim, workers: other.workers }, [[0, '1']]);
    expect(mixed.problems).toEqual([{ code: 'NOT_FOUND', field: 'amounts.0.workerId' }]);
    const workers = [{ name: '甲', owed: '1', householdId: '00000000-0000-7000-8000-00000000dead' }];
    const unknown = await command(service, officer, 'openWageClaim', 'wageClaim', { ...claimForm, workers }, 'id');
    expect(unknown.problems).toEqual([{ code: 'NOT_FOUND', field: 'workers.0.householdId' }]);
  });
});

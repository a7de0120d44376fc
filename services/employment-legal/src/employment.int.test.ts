import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  announced,
  asOwner,
  audited,
  carryOut,
  cityEmployment,
  clerk,
  command,
  county,
  employment,
  hearOfExit,
  hearOfHousehold,
  now,
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

const register = (input: object, actor = employment) =>
  carryOut<WithId>(
    service,
    actor,
    'registerJobSeeker',
    'jobSeeker',
    { name: '李强', skills: ['焊工'], ...input },
    'id',
  );
const offer = (input: object = {}, actor = employment) =>
  carryOut<WithId>(service, actor, 'offerVacancy', 'vacancy', { ...vacancyForm, ...input }, 'id');
const refer = (jobSeekerId: string, vacancyId: string) =>
  carryOut<WithId>(service, employment, 'referWorker', 'referral', { jobSeekerId, vacancyId }, 'id');
const place = (referralId: string) =>
  command<WithId>(service, employment, 'recordPlacement', 'placement', { referralId, monthlyPay: '3600' }, 'id');

const vacancyForm = { employer: '青禾县农机厂', trade: '焊工', place: '青禾县', positions: 2, monthlyPayFrom: '3500' };

describe('registering job seekers', () => {
  test('from a case file gives the household’s priority, an audit entry and an event', async () => {
    const householdId = await hearOfHousehold(service, { modelWorker: true, migrantWorkers: 1 });
    const seeker = await carryOut<WithId>(
      service,
      employment,
      'registerJobSeeker',
      'jobSeeker',
      { householdId, name: '李强', skills: ['焊工'], wishes: '离家近' },
      'id name priority status migrantWorker registeredOn registeredBy organizationName household { id }',
    );
    expect(seeker).toMatchObject({
      name: '李强',
      priority: 'LAID_OFF_MODEL_WORKER',
      status: 'OPEN',
      migrantWorker: true,
      registeredOn: '2026-12-08',
      registeredBy: '周涛',
      organizationName: '青禾县总工会',
      household: { id: householdId },
    });
    expect(await announced(service, 'job-seeker-registered.v1', seeker.id)).toEqual([
      { jobSeekerId: seeker.id, householdId, organization: county, migrantWorker: true, registeredOn: '2026-12-08' },
    ]);
    expect(await audited(service, seeker.id)).toEqual([{ action: 'job-seeker.register', staff: '周涛' }]);
    const again = await command(
      service,
      employment,
      'registerJobSeeker',
      'jobSeeker',
      { householdId, name: '李强' },
      'id',
    );
    expect(again.problems).toEqual([{ code: 'JOB_SEEKER_REGISTERED', field: 'name' }]);
  });

  test('an unknown household, another county’s, and a clerk’s attempt are refused', async () => {
    const foreign = await hearOfHousehold(service, { organization: otherCounty });
    const unknown = '00000000-0000-7000-8000-00000000dead';
    for (const householdId of [foreign, unknown]) {
      const refused = await command(
        service,
        employment,
        'registerJobSeeker',
        'jobSeeker',
        { householdId, name: '甲' },
        'id',
      );
      expect(refused).toEqual({ problems: [{ code: 'NOT_FOUND', field: 'householdId' }], value: null });
    }
    const { problems } = await command(service, clerk, 'registerJobSeeker', 'jobSeeker', { name: '甲' }, 'id');
    expect(problems).toEqual([{ code: 'FORBIDDEN', field: null }]);
  });

  test('a household that left the register stays known without priority; older events change nothing', async () => {
    const householdId = await hearOfHousehold(service);
    await hearOfExit(service, householdId, new Date(now.getTime() + 1000));
    await hearOfHousehold(service, { householdId, modelWorker: true });
    const [known] = await asOwner(service, 'select priority, active from known_household where household_id = $1', [
      householdId,
    ]);
    expect(known).toEqual({ priority: 'OTHER', active: false });
    const seeker = await register({ householdId, name: '王芳' });
    const { jobSeeker } = await service.ask<{ jobSeeker: object }>(
      clerk,
      'query ($id: ID!) { jobSeeker(id: $id) { priority } }',
      { id: seeker.id },
    );
    expect(jobSeeker).toEqual({ priority: 'OTHER' });
  });
});

describe('vacancies', () => {
  test('a new one is announced and audited', async () => {
    const { id } = await offer({ positions: 5, forLaidOff: true, monthlyPayTo: '5,000' });
    expect(await announced(service, 'vacancy-offered.v1', id)).toEqual([
      { vacancyId: id, organization: county, positions: 5, forLaidOff: true, offeredOn: '2026-12-08' },
    ]);
    expect(await audited(service, id)).toEqual([{ action: 'vacancy.offer', staff: '周涛' }]);
  });

  test('unlawful criteria and impossible amounts are refused at their fields, and nothing is saved', async () => {
    const before = await asOwner(service, 'select count(*)::int as n from vacancy');
    const requirements = '限男性，35岁以下，本地户口，汉族';
    const refused = await service.ask<{ offerVacancy: { problems: { code: string; field: string; zh: string }[] } }>(
      employment,
      `mutation ($input: OfferVacancyInput!) { offerVacancy(input: $input) { problems { code field zh } } }`,
      { input: { ...vacancyForm, requirements } },
    );
    const { problems } = refused.offerVacancy;
    expect(problems.map(({ code, field }) => [code, field])).toEqual(
      Array.from({ length: 4 }, () => ['UNLAWFUL_CRITERION', 'requirements']),
    );
    expect(problems.map(({ zh }) => /就业促进法第[^，、；]*条/.exec(zh)?.[0])).toEqual([
      '就业促进法第三条',
      '就业促进法第三条',
      '就业促进法第二十六条',
      '就业促进法第二十六条',
    ]);
    for (const monthlyPayFrom of ['-1', '0.001', '1000000000000000']) {
      const { problems: told } = await command(
        service,
        employment,
        'offerVacancy',
        'vacancy',
        { ...vacancyForm, monthlyPayFrom },
        'id',
      );
      expect(told.map(({ field }) => field)).toEqual(['monthlyPayFrom']);
    }
    expect(await asOwner(service, 'select count(*)::int as n from vacancy')).toEqual(before);
  });
});

describe('referral and placement', () => {
  test('a placement fills the position, places the seeker and closes other referrals as not taken, with events', async () => {
    const householdId = await hearOfHousehold(service);
    const [seeker, other] = [await register({ householdId, name: '周敏' }), await register({ name: '吴刚' })];
    const [vacancy, second] = [await offer({ positions: 1 }), await offer()];
    const referral = await refer(seeker.id, vacancy.id);
    const elsewhere = await refer(seeker.id, second.id);
    const others = await refer(other.id, vacancy.id);
    const twice = { jobSeekerId: seeker.id, vacancyId: vacancy.id };
    expect((await command(service, employment, 'referWorker', 'referral', twice, 'id')).problems).toEqual([
      { code: 'REFERRED_ALREADY', field: 'vacancyId' },
    ]);
    const placed = await place(referral.id);
    expect(placed.problems).toEqual([]);
    const placementId = placed.value?.id ?? '';
    const { referrals } = await service.ask<{ referrals: { items: object[]; total: number } }>(
      clerk,
      `query ($filter: ReferralFilter) { referrals(filter: $filter) { total items {
        id status jobSeeker { status } vacancy { filled positions status } placement { id monthlyPay placedOn } } } }`,
      { filter: { jobSeekerId: seeker.id } },
    );
    expect(referrals.total).toBe(2);
    expect(referrals.items).toContainEqual({
      id: referral.id,
      status: 'PLACED',
      jobSeeker: { status: 'PLACED' },
      vacancy: { filled: 1, positions: 1, status: 'FILLED' },
      placement: { id: placementId, monthlyPay: '3600.00', placedOn: '2026-12-08' },
    });
    const statuses = await asOwner(service, 'select id, status from referral where id = any($1)', [
      [elsewhere.id, others.id],
    ]);
    expect(statuses.map((row) => Reflect.get(row, 'status'))).toEqual(['NOT_TAKEN', 'NOT_TAKEN']);
    const organization = county;
    const joined = { referralId: referral.id, jobSeekerId: seeker.id, householdId, organization };
    expect(await announced(service, 'worker-placed.v1', seeker.id)).toEqual([
      { placementId, ...joined, placedOn: '2026-12-08' },
    ]);
    expect(await announced(service, 'worker-referred.v1', seeker.id)).toContainEqual({
      ...joined,
      vacancyId: vacancy.id,
      referredOn: '2026-12-08',
    });
    expect(await audited(service, placementId)).toEqual([{ action: 'placement.record', staff: '周涛' }]);
    expect(await audited(service, referral.id)).toEqual([{ action: 'worker.refer', staff: '周涛' }]);
    expect((await place(referral.id)).problems).toEqual([{ code: 'PLACED_ALREADY', field: 'referralId' }]);
    expect((await place(others.id)).problems).toEqual([{ code: 'VACANCY_FILLED', field: 'referralId' }]);
  });

  test('of twelve concurrent placements for three positions, three succeed', async () => {
    const vacancy = await offer({ positions: 3 });
    const seekers = await Promise.all(Array.from({ length: 12 }, (_, number) => register({ name: `求职者${number}` })));
    const referrals = await Promise.all(seekers.map(({ id }) => refer(id, vacancy.id)));
    const answers = await Promise.all(referrals.map(({ id }) => place(id)));
    expect(answers.filter(({ value }) => value !== null)).toHaveLength(3);
    expect(new Set(answers.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(
      new Set(['VACANCY_FILLED']),
    );
    const [filled] = await asOwner(service, 'select filled, status from vacancy where id = $1', [vacancy.id]);
    expect(filled).toEqual({ filled: 3, status: 'FILLED' });
  });

  test('one referral placed twice concurrently, and one seeker at two vacancies, are placed once', async () => {
    const seeker = await register({ name: '郑好' });
    const [one, two] = [await offer(), await offer()];
    const [first, second] = [await refer(seeker.id, one.id), await refer(seeker.id, two.id)];
    const answers = await Promise.all([place(first.id), place(second.id), place(first.id)]);
    expect(answers.filter(({ value }) => value !== null)).toHaveLength(1);
    const filled = await asOwner(service, 'select sum(filled)::int as filled from vacancy where id = any($1)', [
      [one.id, two.id],
    ]);
    expect(filled).toEqual([{ filled: 1 }]);
  });

  test('the database refuses one placement too many, and a direct write of `filled`', async () => {
    const vacancy = await offer({ positions: 1 });
    const [one, two] = [await register({ name: '冯一' }), await register({ name: '冯二' })];
    const referrals = [await refer(one.id, vacancy.id), await refer(two.id, vacancy.id)];
    const insert = `insert into placement (organization_path, organization_id, organization_name, referral_id,
        job_seeker_id,
        vacancy_id, placed_on, monthly_pay_fen, staff_id, staff_name, recorded_at)
      select organization_path, organization_id, organization_name, id, job_seeker_id, vacancy_id, referred_on,
        100, staff_id,
        staff_name, recorded_at from referral where id = $1`;
    await asOwner(service, insert, [referrals[0]?.id]);
    await expect(asOwner(service, insert, [referrals[1]?.id])).rejects.toThrow(/vacancy_never_over_filled/);
    await expect(asOwner(service, 'update vacancy set filled = 0 where id = $1', [vacancy.id])).rejects.toThrow(
      /derived/,
    );
    await expect(asOwner(service, 'delete from placement where vacancy_id = $1', [vacancy.id])).rejects.toThrow(
      /append-only/,
    );
  });

  test('a seeker and a vacancy of another county are reported as not found, each at its field', async () => {
    const [seeker, vacancy] = [await register({ name: '外县' }, stranger), await offer({}, stranger)];
    const input = { jobSeekerId: seeker.id, vacancyId: vacancy.id };
    expect((await command(service, employment, 'referWorker', 'referral', input, 'id')).problems).toEqual([
      { code: 'NOT_FOUND', field: 'jobSeekerId' },
      { code: 'NOT_FOUND', field: 'vacancyId' },
    ]);
    const own = await register({ name: '本县' });
    const crossing = await carryOut<WithId>(
      service,
      cityEmployment,
      'referWorker',
      'referral',
      { jobSeekerId: own.id, vacancyId: vacancy.id },
      'id vacancy { id }',
    );
    expect(crossing).toMatchObject({ vacancy: { id: vacancy.id } });
    expect((await place(crossing.id)).problems).toEqual([{ code: 'NOT_FOUND', field: 'referralId' }]);
  });
});

describe('training', () => {
  test('attendance is recorded once, and the same person has the same reference at each course', async () => {
    const householdId = await hearOfHousehold(service, { migrantWorkers: 1 });
    const seeker = await register({ householdId, name: '何苗' });
    const attend = (course: string) =>
      command<WithId>(
        service,
        employment,
        'recordTrainingAttendance',
        'trainingAttendance',
        { jobSeekerId: seeker.id, course },
        'id attendedOn',
      );
    const ids = [(await attend('电工初级班')).value?.id ?? '', (await attend('家政服务班')).value?.id ?? ''];
    expect((await attend('电工初级班')).problems).toEqual([{ code: 'ATTENDANCE_RECORDED', field: 'course' }]);
    const told = (await Promise.all(ids.map((id) => announced(service, 'training-attended.v1', id)))).flat();
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ householdId, migrantWorker: true, attendedOn: '2026-12-08', organization: county });
    expect(told[0]?.['personRef']).toBe(told[1]?.['personRef']);
    expect(told[0]?.['personRef']).toMatch(/^[0-9a-f]{32}$/);
    expect(await audited(service, ids[0] ?? '')).toEqual([{ action: 'training-attendance.record', staff: '周涛' }]);
    const legalOnly = await command(
      service,
      officer,
      'recordTrainingAttendance',
      'trainingAttendance',
      { jobSeekerId: seeker.id, course: '电工' },
      'id',
    );
    expect(legalOnly.problems).toEqual([{ code: 'FORBIDDEN', field: null }]);
  });
});

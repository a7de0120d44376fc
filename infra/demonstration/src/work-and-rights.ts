import { registerCounty } from '@nuangong/demonstration-city';
import { act } from './act.ts';
import type { CityAtWork } from './city-at-work.ts';
import { filesIn, prefixOf } from './register.ts';

const service = 'employment-legal';
const linjiang = registerCounty('510102');

/** Work found and rights defended in the first county, in the weeks before this winter. */
export async function playWorkAndRights(city: CityAtWork): Promise<void> {
  await defendRights(city);
  await findWork(city);
}

const made = (name: string, type: string) => ({ service, name, gives: `${type} { id }` }) as const;

async function findWork(city: CityAtWork): Promise<void> {
  const officer = `${prefixOf(linjiang)}-employment`;
  const create = async (name: string, type: string, values: object): Promise<string> => {
    const payload = await act<Readonly<Record<string, { readonly id: string }>>>(city, officer, made(name, type), {
      ...values,
    });
    return payload[type]?.id ?? '';
  };
  const households = await filesIn(city, linjiang, 'ACTIVE', 3);
  city.on('2026-10-12');
  const seekers: string[] = [];
  for (const [place, name] of ['陈国庆', '周桂芳', '马小燕', '吴建军', '何春梅'].entries()) {
    const householdId = households[place]?.householdId;
    seekers.push(
      await create('registerJobSeeker', 'jobSeeker', {
        name,
        skills: place % 2 === 0 ? ['焊工'] : ['家政'],
        wishes: '本县，能照顾家里',
        place: '临江县城关镇',
        ...(householdId !== undefined && { householdId }),
        migrantWorker: place === 3,
      }),
    );
  }
  const vacancy = (employer: string, trade: string, positions: number) =>
    create('offerVacancy', 'vacancy', {
      employer,
      trade,
      place: '临江县工业园',
      positions,
      monthlyPayFrom: '3200.00',
      monthlyPayTo: '4500.00',
      forLaidOff: true,
    });
  const one = await vacancy('临江机械有限公司', '焊工', 1);
  const many = await vacancy('锦官家政服务公司', '家政员', 6);
  await vacancy('临江纸业有限公司', '仓库管理员', 2);
  city.on('2026-10-20');
  const refer = (jobSeekerId: string | undefined, vacancyId: string) =>
    create('referWorker', 'referral', { jobSeekerId, vacancyId });
  const referrals = [await refer(seekers[0], one), await refer(seekers[1], many), await refer(seekers[2], many)];
  await refer(seekers[0], many);
  const training = { jobSeekerId: seekers[3], course: '电工上岗培训' };
  await act(city, officer, { service, name: 'recordTrainingAttendance' }, training);
  city.on('2026-11-02');
  for (const referralId of referrals.slice(0, 2)) {
    await act(city, officer, { service, name: 'recordPlacement' }, { referralId, monthlyPay: '3600.00' });
  }
}

async function defendRights(city: CityAtWork): Promise<void> {
  const officer = `${prefixOf(linjiang)}-legal`;
  const open = async (values: object): Promise<string> => {
    const { legalCase } = await act<{ readonly legalCase: { readonly id: string } }>(
      city,
      officer,
      made('openLegalCase', 'legalCase'),
      { ...values },
    );
    return legalCase.id;
  };
  city.on('2026-09-15');
  const advice = await open({ kind: 'CONSULTATION', clientName: '冯志明', content: '咨询经济补偿的计算' });
  await open({
    kind: 'ARBITRATION',
    clientName: '沈玉兰',
    content: '单位未签劳动合同，要求支付二倍工资',
    violationKnownOn: '2025-12-10',
  });
  await open({ kind: 'MEDIATION', clientName: '许文华', content: '工伤待遇争议', violationKnownOn: '2026-08-01' });
  const suit = await open({
    kind: 'LITIGATION',
    clientName: '韩立新',
    content: '违法解除劳动合同',
    violationKnownOn: '2026-05-20',
  });
  const close = (legalCaseId: string, outcome: string) =>
    act(city, officer, { service, name: 'closeLegalCase' }, { legalCaseId, outcome });
  await close(advice, 'ADVISED');
  await recoverWages(city);
  city.on('2026-10-09');
  await close(suit, 'WON');
}

interface Claim {
  readonly wageClaim: { readonly id: string; readonly workers: readonly { readonly id: string }[] };
}

/** Wages of one site are recovered, of another partly. */
async function recoverWages(city: CityAtWork): Promise<void> {
  const officer = `${prefixOf(linjiang)}-legal`;
  const claim = (employer: string, site: string, names: readonly string[]) =>
    act<Claim>(
      city,
      officer,
      { service, name: 'openWageClaim', gives: 'wageClaim { id workers { id } }' },
      { employer, site, workers: names.map((name) => ({ name, migrantWorker: true, owed: '9600.00' })) },
    );
  const recover = ({ wageClaim }: Claim, amount: string) =>
    act(
      city,
      officer,
      { service, name: 'recordRecovery' },
      { wageClaimId: wageClaim.id, amounts: wageClaim.workers.map(({ id }) => ({ workerId: id, amount })) },
    );
  city.on('2026-09-16');
  const bridge = await claim('锦官路桥劳务公司', '临江大桥二标段', ['邓大勇', '罗小兵', '谢长贵']);
  const houses = await claim('临江建筑劳务公司', '江湾家园三期', ['彭二牛', '曾小军']);
  city.on('2026-09-28');
  await recover(bridge, '9600.00');
  await recover(houses, '4000.00');
}

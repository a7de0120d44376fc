import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approver,
  clerk,
  householdInput,
  otherClerk,
  otherReviewer,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { findDuplicatePairs } from './find-duplicate-pairs.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

async function register(actor: typeof clerk, serial: number, more: object): Promise<string> {
  const input = householdInput(serial, { headName: '阿依·古丽', phone: null, bankAccount: null, ...more });
  const answer = await service.command<{ household: { id: string } | null }>(
    { ...actor, staffId: crypto.randomUUID() },
    'registerHousehold',
    input,
    'household { id }',
  );
  expect(answer.problems).toEqual([]);
  return answer.household?.id ?? '';
}

interface Double {
  readonly id: string;
  readonly elsewhere: boolean;
  readonly samePhone: boolean;
  readonly strength: string;
  readonly because: readonly { readonly feature: string; readonly weight: number }[];
  readonly household: { readonly id: string } | null;
}
const doublesOf = async (actor: typeof clerk, id: string): Promise<readonly Double[]> => {
  const { household } = await service.ask<{ household: { suspectedDoubles: readonly Double[] } }>(
    actor,
    `query($id: ID!) { household(id: $id) {
       suspectedDoubles { id elsewhere samePhone strength because { feature level weight } household { id } } } }`,
    { id },
  );
  return household.suspectedDoubles;
};
const compare = () => findDuplicatePairs(service.parts, () => false);
const kept = () => service.inspect<{ strength: string }>('select strength from duplicate_pair');

test('the nightly comparison finds one person under two numbers and spellings, and tells each county its own side', async () => {
  const one = await register(clerk, 1, { headName: '张建国', phone: '18586594364' });
  const away = await register(otherClerk, 3, { headName: '張建囯', phone: '18586594346' });
  await register(clerk, 1500, { headName: '李秀英', phone: '18586594364' });
  expect(await doublesOf(reviewer, one)).toEqual([]);
  await compare();
  const [seen, ...others] = await doublesOf(reviewer, one);
  expect(others).toEqual([]);
  expect(seen).toMatchObject({ elsewhere: true, household: null, samePhone: false, because: [] });
  expect(await doublesOf(otherReviewer, away)).toMatchObject([{ id: seen?.id, elsewhere: true, because: [] }]);
});

test('who sees both households sees by what weights', async () => {
  const first = await register(clerk, 700, { headName: '欧阳雪莲', phone: '13985412376' });
  const second = await register(clerk, 702, { headName: '歐陽雪蓮', phone: '13985412376' });
  await compare();
  const [double] = await doublesOf(reviewer, first);
  expect(double).toMatchObject({ strength: 'STRONG', elsewhere: false, household: { id: second } });
  expect(double?.because.find(({ feature }) => feature === 'phone')?.weight).toBeGreaterThan(5);
});

test('a finding answers the pair; the next comparison keeps it, and forgets pairs that are none any more', async () => {
  const [household] = await service.inspect<{ id: string }>(`select id from household where head_name = '欧阳雪莲'`);
  const [double] = await doublesOf(approver, household?.id ?? '');
  const input = { householdId: household?.id, doubleId: double?.id, why: '已核对户口本，为不同的两人' };
  expect((await service.command(reviewer, 'answerSuspectedDouble', input, 'household { id }')).problems).toEqual([]);
  const before = (await kept()).length;
  await service.inspect(`update household set live = false where head_name = '歐陽雪蓮'`);
  await compare();
  expect(await kept()).toHaveLength(before - 1);
});

test('no request reads the people of other counties, or writes pairs', async () => {
  const asCounty = (sql: string) =>
    service.service.database.sqlTransaction(clerk, async (client) => (await client.query(sql)).rows);
  expect(await asCounty(`select * from people_to_compare('00000000-0000-0000-0000-000000000000', 10)`)).toEqual([]);
  const before = await kept();
  await asCounty(`select keep_duplicate_pairs('[]', now())`);
  expect(await kept()).toEqual(before);
  expect(await asCounty('select * from duplicate_pair')).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillSoughtKeys } from './fill-sought-keys.ts';
import {
  clerk,
  householdInput,
  otherClerk,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
  const names = [['阿依·古丽'], ['阿依努尔'], ['周艳明'], ['甲户', 'Li_Wei'], ['乙户', 'LiXWei']];
  for (const [place, [headName, unitName = '县农机厂']] of names.entries()) {
    await service.command(
      clerk,
      'registerHousehold',
      householdInput(place + 1, { headName, unitName }),
      'household { id }',
    );
  }
});
afterAll(() => service.stop());

const households = async (search: string) => {
  const answer = await service.ask<{ households: { items: { head: { name: string } }[] } }>(
    clerk,
    'query($search: String!) { households(filter: { search: $search }) { items { head { name } } } }',
    { search },
  );
  return answer.households.items.map(({ head }) => head.name);
};
const caseFiles = async (search: string) => {
  const answer = await service.ask<{ caseFiles: { items: { household: { head: { name: string } } }[] } }>(
    clerk,
    'query($search: String!) { caseFiles(filter: { search: $search }) { items { household { head { name } } } } }',
    { search },
  );
  return answer.caseFiles.items.map(({ household }) => household.head.name);
};

test.each(['·', '•', '・', '‧', '∙', '⋅', '･', '．', '.', '●', '▪', '˙', '﹒', ' ', ''])(
  'a name is found with “%s” for its dot',
  async (dot) => {
    expect(await households(`阿依${dot}古`)).toEqual(['阿依·古丽']);
    expect(await caseFiles(`阿依${dot}古`)).toEqual(['阿依·古丽']);
  },
);

test.each(['%', '_', '周%', '周_明', '\\', '·'])('“%s” finds only itself', async (search) => {
  expect(await households(search)).toEqual([]);
  expect(await caseFiles(search)).toEqual([]);
});

test('a sign in a unit’s name matches only itself', async () => {
  expect(await households('li_w')).toEqual(['甲户']);
  expect(await caseFiles('Li_')).toEqual(['甲户']);
});

const found = async (actor: typeof clerk, search: string) => {
  const answer = await service.ask<{ households: { items: { head: { name: string } }[] } }>(
    actor,
    'query($search: String!) { households(filter: { search: $search }, perPage: 100) { items { head { name } } } }',
    { search },
  );
  return answer.households.items.map(({ head }) => head.name).toSorted();
};

test('a household is found as people seek it: any part of a member’s name, its reading, initials, whole numbers', async () => {
  await service.command(
    clerk,
    'registerHousehold',
    householdInput(21, {
      headName: '单雄信',
      phone: '13700001234',
      bankAccount: '6217000000000000017',
      members: [{ name: '曾秀𠮷', relation: '妻', identityNumber: householdInput(22).identityNumber }],
    }),
    'household { id }',
  );
  for (const search of [
    '雄信',
    'shanxiongxin',
    'shan',
    'xiongxin',
    'sxx',
    'xx',
    'shanxx',
    'danxiongxin',
    '秀𠮷',
    'zengxiu',
    'zx',
  ])
    expect([search, await found(clerk, search)]).toEqual([search, ['单雄信']]);
  for (const search of ['137 0000 1234', '6217 0000 0000 0000 017'])
    expect(await found(clerk, search)).toEqual(['单雄信']);
  for (const search of ['信雄', 'sx1', 'xiongshan', '13700001235', '621700000000000001'])
    expect([search, await found(clerk, search)]).toEqual([search, []]);
  expect(await found(otherClerk, '雄信')).toEqual([]);
  expect(await found(otherClerk, '13700001234')).toEqual([]);
  expect(await caseFiles('sxx')).toEqual(['单雄信']);
});

test('given 100,000 people, they are found by the keys’ index', async () => {
  // What people refer to is left out of this test.
  await service.inspect('set session_replication_role = replica');
  await service.inspect('alter table person enable always trigger person_is_found');
  const [{ columns } = { columns: '' }] = await service.inspect<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ',') as columns from information_schema.columns
     where table_name = 'person' and is_generated = 'NEVER' and column_name not in ('id', 'identity_id', 'name')`,
  );
  await service.inspect(
    `insert into person (identity_id, name, ${columns})
     select uuidv7(), substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', 1 + n % 20, 1) || substr('伟芳娜敏静丽强磊军洋', 1 + n / 20 % 10, 1) ||
       chr(19968 + n % 5000), ${columns}
     from (select * from person limit 1) as one, generate_series(1, 100000) as n`,
  );
  await service.inspect('set session_replication_role = origin');
  await fillSoughtKeys(service.service.database, () => false);
  expect(await service.inspect(`select from person_sought where keys = '{}' limit 1`)).toEqual([]);
  await service.inspect('analyze person');
  await service.inspect('analyze person_sought');
  for (const keys of [`s.keys @> '{n雄信}'`, `s.keys && '{psxx,isxx,msxx}'`]) {
    const rows = await service.inspect<{ 'QUERY PLAN': string }>(
      `explain select s.person_id from person_sought s where ${keys}`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/person_sought_keys_idx/);
  }
  expect(await found(clerk, 'sxx')).toEqual(['单雄信']);
}, 120_000);

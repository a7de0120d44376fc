import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerk,
  householdInput,
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

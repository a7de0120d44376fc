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
  for (const [place, headName] of ['张三', '王五', '阿依·古丽', '欧阳明', '李四'].entries()) {
    await service.command(clerk, 'registerHousehold', householdInput(place + 1, { headName }), 'household { id }');
  }
});
afterAll(() => service.stop());

const sorted = async (sort: string | undefined, descending: boolean, page = 1, perPage = 50) => {
  const { households } = await service.ask<{ households: { items: { id: string; head: { name: string } }[] } }>(
    clerk,
    `query ($sort: HouseholdSort, $descending: Boolean, $page: Int, $perPage: Int) {
       households(sort: $sort, descending: $descending, page: $page, perPage: $perPage) { items { id head { name } } } }`,
    { sort, descending, page, perPage },
  );
  return households.items;
};

const byPinyin = ['阿依·古丽', '李四', '欧阳明', '王五', '张三'];

test('households are sorted by the pinyin of the head’s name, in both directions', async () => {
  const names = async (descending: boolean) => (await sorted('HEAD', descending)).map(({ head }) => head.name);
  expect(await names(false)).toEqual(byPinyin);
  expect(await names(true)).toEqual(byPinyin.toReversed());
});

test('households that are equal in the column are on one page only', async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => sorted('SIZE', true, page, 2)));
  const ids = pages.flat().map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
});

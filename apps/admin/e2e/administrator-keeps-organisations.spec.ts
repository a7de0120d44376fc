import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, open, openBrowser, press, signInAs } from './browser.ts';
import { faultsOf } from './reading.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('the city’s administrator registers, renames and closes a station, and adds staff of the aid centre', async () => {
  const { page, faults } = await signInAs(browser, 'city-admin');
  await open(page, '/organizations');
  await page.getByRole('link', { name: '云岭县总工会' }).first().click();
  await page.getByRole('heading', { level: 1, name: '云岭县总工会' }).waitFor();
  await press(page, '登记下级组织');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('云岭镇帮扶站');
  await dialog.getByLabel('代码').fill('510103-51');
  await choose(page, '类别', '帮扶站点');
  await choose(page, '设在', '乡镇（街道）工作站');
  await confirm(page);
  await page.getByRole('link', { name: '云岭镇帮扶站' }).click();
  await page.getByRole('heading', { level: 1, name: '云岭镇帮扶站' }).waitFor();
  await press(page, '更名');
  await page.getByRole('dialog').getByLabel('新名称').fill('云岭街道帮扶站');
  await confirm(page);
  await page.getByRole('heading', { level: 1, name: '云岭街道帮扶站' }).waitFor();
  await press(page, '撤销组织');
  await confirm(page);
  await page.getByText('已撤销', { exact: true }).first().waitFor();
  await page.getByRole('tab', { name: '沿革' }).click();
  await page.getByRole('cell', { name: '云岭镇帮扶站' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await open(page, '/organizations');
  await page.getByRole('link', { name: '云岭县总工会' }).first().click();
  await page.getByRole('heading', { level: 1, name: '云岭县总工会' }).waitFor();
  await press(page, '登记下级组织');
  await dialog.getByLabel('名称').fill('云岭茶厂工会');
  await dialog.getByLabel('代码').fill('510103-61');
  await confirm(page);
  await page.getByRole('link', { name: '云岭茶厂工会' }).click();
  await page.getByRole('heading', { level: 1, name: '云岭茶厂工会' }).waitFor();
  await press(page, '划转');
  await dialog.getByLabel('划转事由').fill('茶厂划归临江县管理');
  await dialog.getByLabel('搜索新上级').fill('临江');
  await dialog.getByRole('button', { name: /临江县总工会/ }).click();
  await dialog.getByText('新上级：临江县总工会').waitFor();
  await confirm(page);
  await page.getByRole('link', { name: '临江县总工会' }).waitFor();
  await page.getByRole('tab', { name: '沿革' }).click();
  await page.getByRole('cell', { name: '划转：云岭县总工会 → 临江县总工会' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await open(page, '/organizations');
  await page.getByRole('link', { name: '云岭县总工会' }).first().click();
  await page.getByRole('tab', { name: '帮扶中心' }).click();
  await press(page, '变更帮扶中心');
  await page.getByRole('dialog').getByLabel('事业单位编制').check();
  await page.getByRole('dialog').getByLabel('事业编制数').fill('1');
  await confirm(page);
  await page.getByText('事业单位，编制 1 名').waitFor();
  await press(page, '登记中心人员');
  await page.getByRole('dialog').getByLabel('姓名').fill('丁小兰');
  await page.getByRole('dialog').getByLabel('占用事业编制').check();
  await confirm(page);
  await page.getByRole('rowheader', { name: '丁小兰' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('tab', { name: '惠民帮扶机构' }).click();
  await press(page, '登记惠民帮扶机构');
  await page.getByRole('dialog').getByLabel('名称').fill('云岭扶贫超市');
  await choose(page, '类别', '扶贫超市');
  await confirm(page);
  await page.getByRole('rowheader', { name: '云岭扶贫超市' }).waitFor();
  await page.getByRole('tab', { name: '设置' }).click();
  await press(page, '设置公示期');
  await page.getByRole('dialog').getByLabel('公示期（工作日）').fill('7');
  await confirm(page);
  await page.getByRole('cell', { name: '7', exact: true }).waitFor();
  await page.getByRole('tab', { name: '在册统计' }).click();
  await page.getByRole('row', { name: /扶贫超市\s*1/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(faults).toEqual([]);
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, open, openBrowser, press, settled, signInAs } from './browser.ts';
import { faultsOf, look } from './reading.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('two administrators grant an approver the rank of centre director, which the account page shows', async () => {
  const maker = await signInAs(browser, 'city-admin');
  const { page } = maker;
  await open(page, `/staff?filter=${encodeURIComponent(JSON.stringify({ search: '510103-approver' }))}`);
  await page.getByRole('link', { name: '钱志远' }).first().click();
  await page.getByRole('tab', { name: '审批权限' }).click();
  await page.getByText('没有审批权限').waitFor();
  await press(page, '授予审批权限');
  await choose(page, '权限', '中心主任');
  expect(await faultsOf(page)).toEqual([]);
  await confirm(page);
  await page.getByText('钱志远的授予审批权限已提交，由另一位管理员确认后生效').waitFor();

  const second = await signInAs(browser, 'city-admin-2');
  await open(second.page, '/account-acts');
  await second.page.getByRole('button', { name: '确认生效：钱志远的授予审批权限' }).click();
  await second.page.getByText('先核实任职文件和起止日').waitFor();
  expect(await faultsOf(second.page)).toEqual([]);
  await confirm(second.page);
  await settled(second.page);

  await page.reload();
  await page.getByRole('tab', { name: '审批权限' }).click();
  await page.getByRole('rowheader', { name: '中心主任' }).waitFor();
  await page.getByRole('cell', { name: '不定期' }).waitFor();
  expect(await look(page, '/staff/:id with a rank')).toEqual([]);

  const approver = await signInAs(browser, '510103-approver');
  await open(approver.page, '/own-account');
  await approver.page.getByText('中心主任').first().waitFor();
  expect(await faultsOf(approver.page)).toEqual([]);
  for (const { context, faults } of [maker, second, approver]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});

import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, signInAs, systemUrl, type Desk } from './browser.ts';

let browser: Browser;
let auditor: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  auditor = await signInAs(browser, 'city-auditor');
});

afterAll(async () => {
  await browser?.close();
});

test('actions of all services are in one list, and can be filtered by action and person', async () => {
  const { page } = auditor;
  await open(page, '/audit-entries');
  await page.getByRole('combobox', { name: '操作' }).click();
  await page.getByRole('option', { name: '批准救助', exact: true }).click();
  const rows = page.getByRole('region', { name: '操作留痕' }).locator('tbody tr');
  await page.waitForURL((url) => url.searchParams.get('action') === 'application.approve');
  await rows.nth(49).waitFor();
  await page.getByText(/已显示 50 条，共 \d{3,} 条/).waitFor();
  await rows.filter({ hasNotText: '批准救助' }).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '看更早的' }).click();
  await page.getByText(/已显示 100 条/).waitFor();
  await rows.first().getByText('看前后').click();
  await rows.first().getByText('已批准').waitFor();
  await page.getByRole('searchbox', { name: '经办人' }).fill('查无此人');
  await page.getByText('没有符合条件的留痕').waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.waitForURL((url) => url.search === '');
  await rows.nth(49).waitFor();
  await page.getByRole('searchbox', { name: '经办人' }).fill('胡');
  await page.waitForURL((url) => url.searchParams.get('staffName') === '胡');
  await rows.filter({ hasNotText: '胡斌' }).first().waitFor({ state: 'detached' });
  await rows.getByText('编制发放批次').first().waitFor();
  await page.getByRole('button', { name: '按户查找' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('于丽峰');
  await page.getByRole('dialog').locator('li button').first().press('Enter');
  await page.waitForURL((url) => url.searchParams.has('household'));
  await page.getByText('只看所选一户').waitFor();
});

test('the month is exported as a signed file; days in the wrong order are reported', async () => {
  const { page } = auditor;
  await page.getByRole('button', { name: '导出、核对留痕' }).click();
  const dialog = page.getByRole('dialog');
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '资金', exact: true }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text).toContain(',胡斌,');
  expect(text.trimEnd().split('\r\n').at(-1)).toMatch(/^"签名","funds",/);
  await dialog.getByRole('button', { name: '核对封存链' }).click();
  await dialog.getByText(/资金：\d+ 条与封存时一致/).waitFor();
  await dialog.getByLabel('至').fill('2020-01-01');
  await dialog.getByRole('button', { name: '资金', exact: true }).click();
  await page.getByText('起始日期不能晚于截止日期').waitFor();
});

test('an administrator, who may not read households, reads the entries and is offered no search for a household', async () => {
  const administrator = await signInAs(browser, 'city-admin');
  await open(administrator.page, '/audit-entries');
  await administrator.page.getByRole('region', { name: '操作留痕' }).locator('tbody tr').first().waitFor();
  expect(await administrator.page.getByRole('button', { name: '按户查找' }).count()).toBe(0);
  await administrator.context.close();
});

test('a person who is not an auditor is refused, and exports nothing', async () => {
  const clerk = await signInAs(browser, 'qinghe-clerk');
  await clerk.page.goto(`${systemUrl}/audit-entries`);
  await clerk.page.getByText('没有这项权限').first().waitFor();
  expect(await clerk.page.getByRole('button', { name: '导出、核对留痕' }).count()).toBe(0);
  await clerk.context.close();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { downloads, open, openBrowser, signInAs, type Desk } from './browser.ts';
import { faultsOf } from './reading.ts';

let browser: Browser;
let finance: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  finance = await signInAs(browser, 'linjiang-finance');
});
afterAll(() => browser?.close());

test('the landing page has the first five grants to pay, and each opens its record', async () => {
  const { page } = finance;
  const rows = page.getByRole('list', { name: '编制发放批次' }).getByRole('link');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(5);
  const name = (await rows.first().innerText()).split(/\s/)[0] ?? '';
  await rows.first().click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/grants\/[0-9a-f-]{36}$/);
  expect(finance.faults).toEqual([]);
});

test('grants are sorted by the pinyin of the payee, also after a reload, with their sum below', async () => {
  const { page } = finance;
  await open(page, '/grants');
  const head = page.getByRole('columnheader', { name: '领款人' });
  await head.getByRole('button').click();
  await page.waitForURL(/sort=PAYEE/);
  const names = () => page.locator('tbody tr > :first-child').allInnerTexts();
  await expect.poll(async () => inPinyin(await names()), { timeout: 20_000 }).toBe(true);
  await page.reload();
  await page.locator('tbody tr').first().waitFor();
  expect(inPinyin(await names())).toBe(true);
  await page.getByText(/^共 \d+ 条，金额合计 [\d,]+\.00 元$/).waitFor();
  expect(await downloads(page, '导出 .xlsx')).toEqual(['待发放救助.xlsx', 'PK']);
  expect(await faultsOf(page)).toEqual([]);
});

test('a view keeps filter, sort and columns under its name, for this person', async () => {
  const { page } = finance;
  await page.getByRole('button', { name: '选择列' }).click();
  await page.getByRole('menuitemcheckbox', { name: '工作单位' }).press('Enter');
  await page.getByRole('columnheader', { name: '工作单位' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '管理视图' }).press('Enter');
  await page.getByLabel('视图名称').fill('按姓名');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByLabel('已存视图').press('Enter');
  await page.getByRole('option', { name: '默认视图' }).press('Enter');
  await page.getByRole('columnheader', { name: '工作单位' }).waitFor();
  await open(page, '/grants');
  await page.getByLabel('已存视图').press('Enter');
  await page.getByRole('option', { name: '按姓名' }).press('Enter');
  await page.waitForURL(/sort=PAYEE/);
  await page.getByRole('columnheader', { name: '工作单位' }).waitFor({ state: 'detached' });
  expect(finance.faults).toEqual([]);
});

/** Whether names stand in the order of their pinyin; 沈 and 曾 are read differently by different editions of Unicode. */
function inPinyin(listed: readonly string[]): boolean {
  const names = listed.filter((name) => !/^[沈曾]/.test(name));
  const sorted = names.toSorted(new Intl.Collator('zh-u-co-pinyin').compare);
  return names.length > 1 && names.every((name, place) => name === sorted[place]);
}

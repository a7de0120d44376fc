import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirm, open, openBrowser, press, signInAs, type Desk } from './browser.ts';
import { faultsOf, look } from './reading.ts';

const table = '/reports/warmth-table';
/** A county that no other test uses. */
const county = '云岭县总工会';

let browser: Browser;
let clerk: Desk;
let city: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  clerk = await signInAs(browser, '510103-statistics');
  city = await signInAs(browser, 'city-statistics');
});

afterAll(async () => {
  await browser?.close();
});

const cell = (page: Page, key: string) => page.locator(`[id="cell-${key}"]`);

async function fill(page: Page, key: string, text: string): Promise<void> {
  await cell(page, key).focus();
  await page.keyboard.type(text, { delay: 60 });
  await page.keyboard.press('Enter');
  await page.getByText(`已保存 ${key}`, { exact: true }).waitFor();
}

async function submit(page: Page): Promise<void> {
  await press(page, '上报统计表');
  const remarks = page.getByRole('dialog').locator('#remarks');
  await remarks.fill('按活动台账填报');
  await confirm(page);
  await page.getByText(/^已上报 20/).waitFor();
}

/** The city opens the county's table from its own. */
async function openCountysTable(): Promise<void> {
  await open(city.page, table);
  await city.page.getByRole('link', { name: county }).click();
  await city.page.getByText(`填报单位：${county}`).waitFor();
}

let before = 0;
const cityOnes = async (): Promise<number> => {
  await open(city.page, table);
  return Number((await cell(city.page, '10A').inputValue()).replaceAll(',', ''));
};

test('a table that is only submitted is not included in the city’s figures, and the page says so', async () => {
  before = await cityOnes();
  await open(clerk.page, table);
  await fill(clerk.page, '10A', '52300');
  await submit(clerk.page);
  expect(await cityOnes()).toBe(before);
  await city.page.getByText(/另有 1 家已上报、尚未接收，不计入/).waitFor();
});

test('the city adds remarks to cells and returns the table', async () => {
  await openCountysTable();
  const { page } = city;
  await cell(page, '10A').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('与去年相差一倍，核对', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('10B');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, '退回统计表（1 条意见）');
  await page.getByRole('dialog').getByText('1 格有意见').waitFor();
  await page.getByRole('dialog').locator('#opinion').fill('改后重报');
  await confirm(page);
  await page.getByText(/退回，按意见改后重新上报/).waitFor();
  await page.getByText('退回意见：与去年相差一倍，核对').waitFor();
});

test('the county finds it among its tasks, with the remark at its cell, corrects it and submits it again', async () => {
  const { page } = clerk;
  await open(page, table);
  await page.getByText(/退回，按意见改后重新上报/).waitFor();
  await page.getByText('改后重报', { exact: true }).waitFor();
  await page.getByText('退回意见：与去年相差一倍，核对').waitFor();
  expect(await look(page, 'returned', [390])).toEqual([]);
  await press(page, '到 10A');
  await fill(page, '10A', '25300');
  await cell(page, '10A').focus();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('region', { name: '经过' })
    .getByText(/退回与去年相差一倍，核对$/)
    .waitFor();
  await submit(page);
});

test('when accepted, it counts in the city’s table beside the city’s own figures', async () => {
  await openCountysTable();
  await press(city.page, '接收统计表');
  await confirm(city.page);
  await city.page
    .getByText(/ 接收$/)
    .first()
    .waitFor();
  expect(await city.page.getByRole('button', { name: '接收统计表' }).count()).toBe(0);
  expect(await cityOnes()).toBe(before + 25_300);
  await fill(city.page, '10A', '700');
  expect(await cell(city.page, '10A').inputValue()).toBe('26,000');
  await city.page.getByText('本级 700 + 下级 25,300').waitFor();
  await cell(city.page, '10A').focus();
  await city.page.keyboard.press('F2');
  expect(await cell(city.page, '10A').inputValue()).toBe('700');
  await city.page.keyboard.press('Escape');
  expect(await look(city.page, 'city', [1366])).toEqual([]);
  expect([...clerk.faults, ...city.faults]).toEqual([]);
});

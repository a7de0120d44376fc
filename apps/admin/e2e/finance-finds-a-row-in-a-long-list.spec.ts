import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser, signInAs, type Desk } from './browser.ts';

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

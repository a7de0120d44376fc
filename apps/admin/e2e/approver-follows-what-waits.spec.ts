import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const filterOf = (page: Page) => JSON.parse(new URL(page.url()).searchParams.get('filter') ?? '{}') as unknown;

test('a line of the landing page leads to the postings with an objection, and the menu to the grants that wait', async () => {
  const { page, faults } = await signInAs(browser, 'linjiang-approver');
  await open(page, '/');
  await page.locator('main a[href*="OBJECTION"]').first().click();
  await page.getByRole('heading', { level: 1, name: '公示' }).waitFor();
  expect(filterOf(page)).toEqual({ waits: 'OBJECTION' });
  await page
    .getByRole('row', { name: /未答复/u })
    .first()
    .waitFor();
  expect(await page.getByRole('row', { name: /没有异议/u }).count()).toBe(0);
  expect(faults).toEqual([]);

  const finance = await signInAs(browser, 'linjiang-finance');
  await finance.page.locator('nav a[href*="COMMITTED"]').first().click();
  await finance.page.getByRole('heading', { level: 1, name: '待发放救助' }).waitFor();
  expect(filterOf(finance.page)).toEqual({ status: 'COMMITTED' });
  expect(finance.faults).toEqual([]);
});

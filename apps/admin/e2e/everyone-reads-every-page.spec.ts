import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, openBrowser, signInAs, systemUrl, type Look } from './browser.ts';
import { faultsOf, sideways } from './reading.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/**
 * What each role opens in a day; the county’s 325 households are there from the test before. `list > records` opens
 * the first record of a list whose link begins so.
 */
const pages: Readonly<Record<string, readonly string[]>> = {
  'qinghe-clerk': [
    '/',
    '/roster-imports',
    '/roster-imports > /roster-imports/',
    '/households',
    '/households > /households/0',
    '/households/register',
    '/campaigns > /campaigns/',
    '/visits',
  ],
  'qinghe-reviewer': ['/', '/case-file-review', '/postings', '/postings > /postings/'],
  'qinghe-approver': ['/', '/applications', '/funds'],
  'qinghe-finance': [
    '/',
    '/funds',
    '/funds > /funds/',
    '/allocations',
    '/grants',
    '/batches',
    '/batches > /batches/',
    '/accounts',
    '/journal-entries',
  ],
  'qinghe-statistics': ['/', '/reports/warmth-table'],
  'city-admin': ['/', '/organizations', '/staff', '/events'],
  'city-auditor': ['/', '/audit-entries'],
  'qinghe-employment': ['/', '/job-seekers', '/vacancies'],
  'qinghe-legal': ['/', '/legal-cases', '/wage-claims'],
};

const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) => [
  { width: 1366, height: 768, scheme },
  { width: 768, height: 1024, scheme },
  { width: 390, height: 844, scheme },
]);

/** Opens a page, or the first record of a list. */
async function visit(page: Page, path: string): Promise<void> {
  const [list = '', records] = path.split(' > ');
  await open(page, list);
  if (records !== undefined) {
    await page.locator(`main a[href^="${records}"]`).first().click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  await page.waitForLoadState('networkidle');
}

describe.each(Object.entries(pages))('%s', (username, paths) => {
  test.each(looks.map((look) => [`${look.width} px, ${look.scheme}`, look] as const))('%s', async (_name, look) => {
    const { page, context, faults } = await signInAs(browser, username, look);
    const found: string[] = [];
    for (const path of paths) {
      await visit(page, path);
      for (const fault of await faultsOf(page)) found.push(`${path} ${fault}`);
      const pixels = await sideways(page);
      if (pixels > 0) found.push(`${path} scrolls sideways by ${pixels} px`);
      const words = await page.locator('main').innerText();
      if (/\b(\w+\.){1,3}\w*[a-z][A-Z]\w*\b|undefined|\[object|NaN|Invalid/.test(words)) found.push(`${path} shows ${words.slice(0, 80)}`);
    }
    expect([...found, ...faults]).toEqual([]);
    await context.close();
  });
});

test('a row ticked, a dialog open and a form refused are as readable as the page', async () => {
  const { page, context } = await signInAs(browser, 'qinghe-finance');
  await open(page, '/funds');
  await page.getByRole('button', { name: '设立资金' }).first().click();
  await page.getByRole('dialog').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '设立资金' }).click();
  await page.getByRole('dialog').getByRole('alert').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
  const clerk = await signInAs(browser, 'qinghe-clerk');
  await open(clerk.page, '/households');
  await clerk.page.getByRole('checkbox').nth(1).focus();
  expect(await faultsOf(clerk.page)).toEqual([]);
  await clerk.context.close();
});

test('a page in English has no Chinese but names and what people wrote', async () => {
  const { page, context } = await signInAs(browser, 'qinghe-finance', { width: 1366, height: 768, language: 'en' });
  for (const path of ['/funds', '/batches', '/accounts']) {
    await open(page, path);
    await page.waitForLoadState('networkidle');
    const heads = await page.locator('h1, h2, th, button').allInnerTexts();
    expect([path, heads.filter((text) => /\p{Script=Han}/u.test(text) && !/青禾|陈晓梅|中文/.test(text))]).toEqual([path, []]);
  }
  await context.close();
});

test('a stranger’s record and a wrong address are told in words, not left blank', async () => {
  const { page, context } = await signInAs(browser, 'qinghe-clerk');
  await page.goto(`${systemUrl}/households/${crypto.randomUUID()}`);
  await page.getByText(/没有/).first().waitFor();
  await context.close();
});

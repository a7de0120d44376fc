import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, openBrowser, signInAs, systemUrl, type Look } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** What each role opens in a day; the county’s 325 households are there from the test before. */
const pages: Readonly<Record<string, readonly string[]>> = {
  'qinghe-clerk': ['/', '/roster-imports', '/households', '/households/register', '/campaigns', '/visits'],
  'qinghe-reviewer': ['/', '/case-file-review', '/postings'],
  'qinghe-approver': ['/', '/applications', '/funds'],
  'qinghe-finance': ['/', '/funds', '/allocations', '/grants', '/batches', '/accounts', '/journal-entries'],
  'qinghe-statistics': ['/', '/reports/warmth-table'],
  'city-admin': ['/', '/organizations', '/staff', '/events'],
  'city-auditor': ['/', '/audit-entries'],
  'qinghe-employment': ['/', '/job-seekers', '/vacancies'],
  'qinghe-legal': ['/', '/legal-cases', '/wage-claims'],
};

const looks: readonly Look[] = [
  { width: 1366, height: 768, scheme: 'light' },
  { width: 768, height: 1024, scheme: 'dark' },
  { width: 390, height: 844, scheme: 'light' },
];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong, said so that one can go and mend it. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** How far the page could be pushed sideways, in pixels. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe.each(Object.entries(pages))('%s', (username, paths) => {
  test.each(looks.map((look) => [`${look.width} px, ${look.scheme}`, look] as const))('%s', async (_name, look) => {
    const { page, context, faults } = await signInAs(browser, username, look);
    const found: string[] = [];
    for (const path of paths) {
      await open(page, path);
      await page.waitForLoadState('networkidle');
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

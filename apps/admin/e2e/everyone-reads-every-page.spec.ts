import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, openBrowser, signInAs, systemUrl, type Desk } from './browser.ts';
import { look } from './reading.ts';
import type { Words } from '../src/base/i18n/define-messages.ts';
import { messages } from '../src/messages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/**
 * The pages that each role opens, in a county that has been at work for two winters.
 * `list > records > further` opens the first record of a list whose link starts with `records`, and from there the
 * next.
 */
const pages: Readonly<Record<string, readonly string[]>> = {
  'linjiang-clerk': [
    '/',
    '/roster-imports',
    '/roster-imports > /roster-imports/',
    '/households',
    '/households > /households/0',
    '/households/register',
    '/campaigns > /campaigns/',
    '/policies',
    '/visits',
    '/mine',
  ],
  'linjiang-reviewer': [
    '/',
    '/case-file-review',
    '/postings',
    '/postings > /postings/',
    '/dibao-lines',
    '/proposals',
    '/obligations',
  ],
  'linjiang-approver': [
    '/',
    '/applications',
    '/applications/all',
    '/funds',
    '/households > /households/0 > /applications/',
  ],
  'linjiang-finance': [
    '/',
    '/funds',
    '/funds > /funds/',
    '/allocations',
    '/grants',
    '/grants > /grants/',
    '/batches',
    '/batches > /batches/',
    '/batches > /batches/ > /payments/',
    '/batches > /batches/ > /vouchers/',
    '/batches > /batches/ > /vouchers/ > /eligibility-decisions/',
    '/accounts',
    '/journal-entries',
  ],
  'linjiang-finance-lead': ['/', '/batches > /batches/'],
  'linjiang-statistics': ['/', '/reports/warmth-table', '/obligations'],
  'city-admin': [
    '/',
    '/organizations',
    '/organizations > /organizations/',
    '/staff',
    '/staff > /staff/',
    '/account-acts',
    '/own-account',
    '/events',
    '/report-forms',
  ],
  'city-auditor': ['/', '/account-acts', '/audit-entries', '/obligations'],
  'linjiang-employment': ['/', '/job-seekers', '/job-seekers > /job-seekers/', '/referrals', '/vacancies'],
  'linjiang-legal': ['/', '/legal-cases', '/wage-claims'],
  'linjiang-window': ['/', '/households', '/own-account'],
};

/** The page's own words, without program output (a payload, a stack). */
async function wordsOf(page: Page): Promise<string> {
  return page.locator('body').evaluate((body) => {
    const printed = [...body.querySelectorAll('pre')].map((each) => each.innerText);
    return printed.reduce((words, each) => words.replace(each, ''), (body as HTMLElement).innerText);
  });
}

/** Opens a page, or the first record of a list, or a record that it links to. */
async function visit(page: Page, path: string): Promise<void> {
  const [list = '', ...records] = path.split(' > ');
  await open(page, list);
  for (const record of records) {
    if (record === '/applications/')
      await page.getByRole('tab', { name: /申请与发放|Applications and payments/ }).click();
    await page.locator(`main a[href^="${record}"]`).first().click();
    await page.waitForURL((url) => url.pathname.startsWith(record));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  await page.waitForLoadState('networkidle');
}

const mishaps = /\b(\w+\.){1,3}\w*[a-z][A-Z]\w*\b|undefined|\[object|NaN|Invalid|%\{/;

/** Codes that no reader knows: names of enumerations, keys of cells, passages of the specification, codes of clauses. */
const rawCodes = /\b[A-Z]{2,}_[A-Z_]+\b|\b\d[A-Z]?\.[a-z]|§|篇\d|(?<![\d.,])\d\.\d (?![万亿元倍])\p{Script=Han}/u;

/** Latin words allowed on a Chinese page: file kinds, keys, browsers, the other language’s name, numbers of records. */
const athome =
  /^(xlsx|png|zip|Word|csv|PDF|Chrome|Headless|Linux|Ctrl|Esc|Enter|Tab|Shift|English|roster-county-winter|BK-|FF-|[a-z]+-[a-z-]+)$/;

describe.each(Object.entries(pages))('%s', (username, paths) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await signInAs(browser, username);
  });

  afterAll(() => desk.context.close());

  test.each(paths)('%s is readable at three widths in light and dark, in its own language', async (path) => {
    const { page, faults } = desk;
    await visit(page, path);
    const found = [...(await look(page, path))];
    const words = await wordsOf(page);
    if (mishaps.test(words)) found.push(`${path} shows ${mishaps.exec(words)?.[0]}`);
    if (rawCodes.test(words)) found.push(`${path} shows the code ${rawCodes.exec(words)?.[0]}`);
    if (!/audit-entries|events|staff|account-acts/.test(path)) {
      const stray = (words.match(/[A-Za-z][A-Za-z-]+/g) ?? []).filter((word) => !athome.test(word));
      if (stray.length > 0) found.push(`${path} has stray words ${[...new Set(stray)].join(' ')}`);
    }
    expect([...found, ...faults]).toEqual([]);
  });
});

test('an open dialog and a refused form are as readable as the page, in light and dark', async () => {
  const { page, context } = await signInAs(browser, 'linjiang-finance');
  await open(page, '/funds');
  await page.getByRole('button', { name: '设立资金' }).first().click();
  await page.getByRole('dialog').waitFor();
  expect(await look(page, 'dialog')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '设立资金' }).click();
  await page.getByRole('dialog').getByRole('alert').first().waitFor();
  expect(await look(page, 'form refused')).toEqual([]);
  await context.close();
  const clerk = await signInAs(browser, 'linjiang-clerk');
  await open(clerk.page, '/households/register');
  await clerk.page.getByRole('button', { name: '登记此户' }).click();
  await clerk.page.getByRole('alert').first().waitFor();
  expect(await look(clerk.page, 'page refused')).toEqual([]);
  await clerk.context.close();
});

test('the table with an open cell, and the print view, are as readable', async () => {
  const { page, context } = await signInAs(browser, 'linjiang-statistics');
  await open(page, '/reports/warmth-table');
  await page.locator('[data-cell="6A"]').first().click();
  await page
    .getByText(/记录 \d+ 条/)
    .first()
    .waitFor();
  expect(await look(page, 'cell')).toEqual([]);
  await context.close();
});

/** Names that stay Chinese, of places, funds and campaigns, and the headings that a unit gave its own roster. */
const names =
  /青禾|临江|锦官|中文|送温暖|收入\(元\)|身份证号码|^(性别|工作单位|家庭人口|致困原因|是否低保|是否农民工|劳模|联系电话|银行卡号|备注)$/;

/** What the console itself says in Chinese, word for word; a whole text of an English page is none of these. */
const chineseTerms = new Set(
  Object.values(messages.zh)
    .flatMap(function flat(value: string | Words): string[] {
      return typeof value === 'string' ? [value] : Object.values(value).flatMap(flat);
    })
    .filter((text) => /^\p{Script=Han}{2,}$/u.test(text)),
);

/** Dates, amounts and accounts as Chinese writes them. */
const ofChinese = /^\d+年\d+月\d+日$|^[\d,.]+ ?(元|万元|户|人|笔)$|^\d{3,5} \p{Script=Han}/u;

/** The texts of a page, each as its element has it; quoted sources left out. */
const textsOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('main')
    .evaluate((main) =>
      [...main.querySelectorAll('*')]
        .filter((each) => each.childElementCount === 0 && each.closest('[lang="zh-CN"], pre') === null)
        .map((each) => (each.textContent ?? '').trim()),
    );

const labels = [
  'h2:not([translate=no])',
  'th:not([scope=row])',
  'button:not([data-queue-row])',
  'label',
  'legend',
  '[role=tab]',
  '[role=alert]',
];

test.each(['linjiang-clerk', 'linjiang-reviewer', 'linjiang-finance', 'linjiang-statistics', 'linjiang-employment'])(
  '%s is in English on an English page: only names and typed texts are Chinese',
  async (username) => {
    const { page, context } = await signInAs(browser, username, { width: 1366, height: 768, language: 'en' });
    const found: string[] = [];
    for (const path of pages[username] ?? []) {
      await visit(page, path);
      const labelled = await page.locator(labels.map((each) => `main ${each}`).join(', ')).allInnerTexts();
      const han = [...labelled, ...(await page.locator('nav a').allInnerTexts())].filter(
        (text) => /\p{Script=Han}/u.test(text) && !names.test(text.trim()),
      );
      if (han.length > 0) found.push(`${path}: ${[...new Set(han)].join(' | ')}`);
      const ownRoster = path.includes('> /roster-imports/');
      const texts = ownRoster ? [] : await textsOf(page);
      const said = texts.filter((text) => chineseTerms.has(text) || ofChinese.test(text));
      if (said.length > 0) found.push(`${path} says in Chinese ${[...new Set(said)].join(' | ')}`);
      const code = rawCodes.exec(await wordsOf(page))?.[0];
      if (code !== undefined) found.push(`${path} shows the code ${code}`);
    }
    expect(found).toEqual([]);
    await context.close();
  },
);

test('another county’s record and a wrong address show a message, not a blank page', async () => {
  const { page, context } = await signInAs(browser, 'linjiang-clerk');
  await page.goto(`${systemUrl}/households/${crypto.randomUUID()}`);
  await page.getByText(/没有/).first().waitFor();
  await context.close();
});

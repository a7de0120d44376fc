import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, password, signInAs } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const number = '51010119750101010X';
const name = '欧阳拾穗';

test('a search text is in no address or browser storage, and is cleared at sign-out', async () => {
  const { page, context, faults } = await signInAs(browser, 'qinghe-clerk');
  const addresses: string[] = [];
  const sent: string[] = [];
  context.on('request', (request) => {
    addresses.push(decodeURIComponent(request.url()));
    sent.push(request.postData() ?? '');
  });
  page.on('framenavigated', (frame) => addresses.push(decodeURIComponent(frame.url())));
  await open(page, '/households');
  for (const typed of [number, name]) {
    await page.getByRole('searchbox').fill(typed);
    await expect.poll(() => sent.some((body) => body.includes(typed)), { timeout: 20_000 }).toBe(true);
    await page.waitForLoadState('networkidle');
    addresses.push(decodeURIComponent(page.url()));
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(number);
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Escape');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  for (const typed of [number, name]) {
    expect(addresses.filter((address) => address.includes(typed))).toEqual([]);
    expect(kept).not.toContain(typed);
  }
  const households = page.locator('nav a[href="/households"]').first();
  await page.locator('nav a[href="/roster-imports"]').first().click();
  await households.click();
  expect(await page.getByRole('searchbox').inputValue()).toBe(name);
  await page.locator('button[aria-haspopup="menu"]').last().click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.locator('#username').fill('qinghe-reviewer');
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('#password').waitFor({ state: 'detached' });
  await open(page, '/households');
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  expect(faults).toEqual([]);
});

test('Ctrl+K opens any page by a part of its name, and work by an arrow key; ? lists the keys', async () => {
  const { page, context } = await signInAs(browser, 'qinghe-clerk');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('走访');
  await page.getByRole('option', { name: '走访', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/visits');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('登记');
  await page.getByRole('option', { name: '登记一户' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/households/register');
  await page.locator('h1').first().click();
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await context.close();
});

test('a clerk over the rate limit sees when to try again, and stays signed in', async () => {
  const { page } = await signInAs(browser, 'qinghe-clerk');
  const words = { zh: '操作过于频繁，7 秒后再试', en: 'Too many requests. Try again in 7 seconds.' };
  const body = JSON.stringify({ errors: [{ message: words.zh, extensions: { code: 'TOO_MANY_REQUESTS', ...words } }] });
  const households = page.getByRole('link', { name: '户与档案' }).first();
  await households.waitFor();
  await page.route('**/graphql', (route) => route.fulfill({ status: 429, contentType: 'application/json', body }));
  await households.click();
  await page.getByText(words.zh).first().waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: '重试' }).first().click();
  await page.getByText(words.zh).first().waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/households');
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, password, press, signInAs, systemUrl, type Desk } from './browser.ts';

const name = '欧阳·古丽巴哈尔';
const account = '6222021234567890123';

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await signInAs(browser, 'qinghe-clerk');
});

afterAll(async () => {
  await desk?.context.close();
  await browser?.close();
});

async function typeHousehold(page: Page): Promise<void> {
  await open(page, '/households/register');
  await page.locator('#headName').fill(name);
  await page.locator('#bankAccount').fill(account);
  await page.getByText(/^已保存/).waitFor();
}

/** Ends the session on the server without the page knowing. */
const endElsewhere = (page: Page) =>
  page.evaluate(() =>
    fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
  );

async function signIn(page: Page, username: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('#password').waitFor({ state: 'detached' });
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^账号与显示/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
}

/** Everything that the browser stores on disk for this page. */
const kept = (page: Page) =>
  page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));

test('when the session ends during typing, the page is hidden with a message, and only the same account gets the text back', async () => {
  const { page } = desk;
  await typeHousehold(page);
  for (const text of [name, account]) expect(await kept(page)).not.toContain(text);
  await endElsewhere(page);
  // The gateway hears of ended sessions within two seconds; the page's next request then ends it here.
  await page.waitForTimeout(4_000);
  await page.locator('#identityNumber').fill('510101196501010071');
  await page.locator('#username').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain(
    '登录已结束，重新登录后回到原来的页面，已录入的内容还在',
  );
  expect(await page.locator('body').textContent()).not.toContain(name);

  await signIn(page, 'qinghe-window');
  await open(page, '/households/register');
  expect(await page.locator('#headName').inputValue()).toBe('');
  await signOut(page);
  await page.locator('#username').waitFor();

  await page.goto(`${systemUrl}/households/register`);
  await signIn(page, 'qinghe-clerk');
  await page.waitForURL('**/households/register');
  await expect.poll(() => page.locator('#headName').inputValue()).toBe(name);
  expect(await page.locator('#bankAccount').inputValue()).toBe(account);
});

test('signing out asks for confirmation, then deletes the text', async () => {
  const { page } = desk;
  await signOut(page);
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toContain('有 1 份录入的内容还没有提交，退出后从这台电脑上清除');
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator('#headName').inputValue()).toBe(name);
  await signOut(page);
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).press('Enter');
  await page.locator('#username').waitFor();
  await page.goto(`${systemUrl}/households/register`);
  await signIn(page, 'qinghe-clerk');
  await page.locator('#headName').waitFor();
  expect(await page.locator('#headName').inputValue()).toBe('');
});

test('a click beside a dialog does not close it; with typed text, Escape and the back button ask first', async () => {
  const { page, faults } = await signInAs(browser, 'city-finance');
  await open(page, '/funds');
  await press(page, '设立资金');
  const form = page.getByRole('dialog', { name: '设立资金' });
  await form.waitFor();
  await page.mouse.click(5, 400);
  await page.mouse.click(5, 400);
  expect(await form.isVisible()).toBe(true);
  await form.locator('#name').fill('春节慰问');
  const question = page.getByRole('dialog', { name: '内容还没有提交' });
  for (const [leave, stay] of [
    [() => page.keyboard.press('Escape'), () => question.getByRole('button', { name: '继续填写' }).click()],
    [() => page.goBack(), () => page.keyboard.press('Enter')],
  ] as const) {
    await leave();
    await question.waitFor();
    await stay();
    await question.waitFor({ state: 'detached' });
    expect(await form.locator('#name').inputValue()).toBe('春节慰问');
    expect(page.url()).toBe(`${systemUrl}/funds`);
  }
  await page.goBack();
  await question.getByRole('button', { name: '关闭' }).click();
  await form.waitFor({ state: 'detached' });
  expect(page.url()).toBe(`${systemUrl}/funds`);
  await press(page, '设立资金');
  expect(await form.locator('#name').inputValue()).toBe('春节慰问');
  await form.getByRole('button', { name: '清空草稿' }).click();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

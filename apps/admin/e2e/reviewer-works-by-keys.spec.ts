import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, signInAs, systemUrl, type Desk } from './browser.ts';

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await signInAs(browser, '510105-reviewer');
});

afterAll(async () => {
  await desk?.context.close();
  await browser?.close();
});

const current = (page: Page) => page.getByRole('region', { name: '决定' }).locator('strong').innerText();
const row = (page: Page, name: string) => page.getByRole('region', { name: '待处理' }).getByText(name);

test('the keys stand on the buttons, and one of them rejects', async () => {
  const { page } = desk;
  await open(page, '/case-file-review');
  await page.locator('[data-queue-row]').first().waitFor();
  for (const [name, key] of [
    ['通过审核', 'A'],
    ['退回补正', 'R'],
    ['驳回', 'D'],
    ['跳过', 'N'],
  ] as const) {
    const button = page.getByRole('button', { name, exact: true });
    expect(await button.locator('kbd').innerText()).toBe(key);
    expect(await button.getAttribute('aria-keyshortcuts')).toBe(key.toLowerCase());
  }
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByRole('heading', { name: '驳回' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('each fast key is announced with the very household that it decided', async () => {
  const { page } = desk;
  const told: string[] = [];
  await page.exposeFunction('told', (words: string) => told.push(words));
  await page.evaluate(() => {
    const line = document.querySelector('#main-content [aria-live="polite"]');
    if (line === null) throw new Error('no line of announcements');
    const tell = (globalThis as unknown as { told: (words: string) => void }).told;
    new MutationObserver(() => tell(line.textContent)).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const names = (await page.locator('[data-queue-row] strong').allInnerTexts()).slice(0, 3);
  for (const name of names) {
    expect(await current(page)).toBe(name);
    await page.keyboard.press('a');
  }
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(2);
  for (const name of names) expect(told.some((words) => words.includes(name))).toBe(true);
});

test('what was decided today is listed, and undone it waits again', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: '今天经我手的' }).press('Enter');
  const list = page.getByRole('dialog');
  const undo = list.getByRole('button', { name: /^撤销.+的办理$/ }).first();
  const name = /^撤销(.+)的办理$/.exec((await undo.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await undo.press('Enter');
  await list.getByText(`${name}已撤销，回到待处理`).waitFor();
  await list
    .getByRole('row')
    .filter({ hasText: name })
    .getByText(/已撤销$/)
    .waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await row(page, name).waitFor();
});

test('a reader who stays sees the decided household until the next is asked for', async () => {
  const { page } = desk;
  await page.getByLabel('办理后打开下一户').press('Space');
  await page.getByRole('region', { name: '决定' }).click({ position: { x: 2, y: 2 } });
  const name = await current(page);
  await page.keyboard.press('a');
  await page.getByText('已办理，按 N 到下一户').waitFor();
  expect(await current(page)).toBe(name);
  await row(page, name).waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: '通过审核', exact: true }).isDisabled()).toBe(true);
  await page.keyboard.press('n');
  await page.getByText('已办理，按 N 到下一户').waitFor({ state: 'detached' });
  expect(await current(page)).not.toBe(name);
  await open(page, '/case-file-review');
  expect(await page.getByLabel('办理后打开下一户').isChecked()).toBe(false);
});

test('a console whose files are gone reloads once, then says what to do and comes back', async () => {
  const { page } = desk;
  let loads = 0;
  page.on('request', (request) => (loads += request.isNavigationRequest() ? 1 : 0));
  await page.route('**/assets/console-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(systemUrl);
  await page.getByRole('heading', { level: 1, name: '页面没有打开' }).waitFor();
  expect(loads).toBe(2);
  await page.unroute('**/assets/console-*.js');
  await page.getByRole('button', { name: '重新加载' }).click();
  await page.locator('#main-content').waitFor();
});

test('a refused sign-in is said in the language turned to', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(systemUrl);
  await page.locator('#username').fill('510105-reviewer');
  await page.locator('#password').fill('not the password');
  await page.keyboard.press('Enter');
  const notice = page.getByRole('alert');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/[一-鿿]/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect.poll(() => notice.innerText()).not.toMatch(/[一-鿿]/);
  await context.close();
});

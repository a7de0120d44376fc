import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, open, openBrowser, press, settled, signInAs, systemUrl, type Desk } from './browser.ts';
import { faultsOf, look } from './reading.ts';

const username = 'qinghe-feng';
const name = '冯雪';
const given = 'a sentence that another chose';
const own = '窗台上的薄荷又长高了两寸';

let browser: Browser;
let desk: Desk;
let secret = '';
let recoveryCodes: readonly string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await desk?.context.close();
  await browser?.close();
});

/** The device's code, `steps` steps ahead, since each code is valid once. */
function code(steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
}

async function enter(page: Page, password: string): Promise<void> {
  await page.goto(systemUrl);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
}

async function enterCode(page: Page, typed: string): Promise<void> {
  await page.locator('#code').fill(typed);
  await page.keyboard.press('Enter');
}

async function changeGivenPassword(page: Page, from: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '先修改初始密码' }).waitFor();
  await page.locator('#presentPassword').fill(from);
  await page.locator('#newPassword').fill(own);
  await page.locator('#repeatPassword').fill(own);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.locator('#main-content').waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^账号与显示/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.locator('#password').waitFor();
}

test('a new member of staff must first change the given password, and sees why weak ones are refused', async () => {
  const administrator = await signInAs(browser, 'city-admin');
  await open(administrator.page, '/staff');
  await press(administrator.page, '登记工作人员');
  await choose(administrator.page, '单位', '青禾县总工会');
  const dialog = administrator.page.getByRole('dialog');
  await dialog.locator('#name').fill(name);
  await dialog.locator('#username').fill(username);
  await dialog.locator('#password').fill(given);
  await dialog.getByLabel('帮扶中心窗口').check();
  await confirm(administrator.page);
  await administrator.context.close();

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.setDefaultTimeout(20_000);
  desk = { page, context, faults };
  await enter(page, given);
  await page.getByRole('heading', { level: 1, name: '先修改初始密码' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await look(page, 'first password')).toEqual([]);
  await page.locator('#presentPassword').fill(given);
  await page.locator('#newPassword').fill('qinghe-feng-2026');
  await page.locator('#repeatPassword').fill('qinghe-feng-2026');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('密码里有本人的姓名或账号，去掉后重录').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await changeGivenPassword(page, given);
  await page.getByRole('link', { name: '户与档案' }).waitFor();
});

test('switches the second factor on, and is asked for its code at the next sign-in', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: /^账号与显示/ }).click();
  await page.getByRole('menuitem', { name: '账号与登录' }).click();
  await page.getByRole('heading', { level: 1, name: '账号与登录' }).waitFor();
  await page.getByText('未启用').waitFor();
  expect(await look(page, '/own-account')).toEqual([]);
  await press(page, '启用动态口令');
  await page.locator('#password').fill(own);
  await page.getByRole('dialog').getByRole('button', { name: '启用动态口令' }).click();
  await page.getByRole('img', { name: /二维码/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  secret = await page.locator('[data-secret]').innerText();
  await page.locator('#code').fill('000000');
  await page.getByRole('button', { name: '核对口令并启用' }).click();
  await page
    .getByText(/动态口令不对或已用过/)
    .first()
    .waitFor();
  await page.locator('#code').fill(code());
  await page.getByRole('button', { name: '核对口令并启用' }).click();
  await page.getByRole('button', { name: '已抄好恢复码' }).waitFor();
  recoveryCodes = await page.getByRole('dialog').getByRole('listitem').allInnerTexts();
  expect(recoveryCodes).toHaveLength(10);
  await page.getByRole('button', { name: '已抄好恢复码' }).click();
  await page.getByText('已启用').waitFor();

  await signOut(page);
  await enter(page, own);
  await page.getByRole('heading', { level: 1, name: '录动态口令' }).waitFor();
  expect(await look(page, 'second step')).toEqual([]);
  await enterCode(page, '000000');
  await page.getByText(/动态口令不对或已用过/).waitFor();
  await enterCode(page, code(1));
  await page.locator('#main-content').waitFor();
});

test('ends a session elsewhere, and delegates a role to a colleague and takes it back', async () => {
  const { page } = desk;
  const elsewhere = await browser.newContext({ locale: 'zh-CN' });
  const other = await elsewhere.newPage();
  await enter(other, own);
  await enterCode(other, recoveryCodes[0] ?? '');
  await other.locator('#main-content').waitFor();

  await open(page, '/own-account');
  const ends = page.getByRole('button', { name: /^结束登录：/ });
  await page.getByText('本机').waitFor();
  await press(page, '结束其他设备的登录');
  await confirm(page);
  await ends.first().waitFor({ state: 'detached' });
  // The gateway hears of it within two seconds.
  await other.waitForTimeout(4_000);
  await other.getByRole('link', { name: '户与档案' }).click();
  await other.getByText('登录已结束，重新登录后回到原来的页面').waitFor();
  await other.reload();
  await other.locator('#username').waitFor();
  await elsewhere.close();

  await press(page, '委托岗位');
  await page.getByRole('dialog').getByLabel('受托人').click();
  await page.getByRole('option', { name: /qinghe-employment/ }).click();
  await page.locator('#reason').fill('参加市里培训');
  expect(await faultsOf(page)).toEqual([]);
  await confirm(page);
  await page.getByText('委托中').waitFor();
  expect(await look(page, '/own-account with a delegation')).toEqual([]);
  await page.getByRole('button', { name: /^结束委托：冯雪/ }).click();
  await confirm(page);
  await page.getByText('已结束', { exact: true }).waitFor();
});

test('a person who lost password and phone gets a one-time password from the administrator, with the second factor off', async () => {
  const administrator = await signInAs(browser, 'city-admin');
  const { page: desktop } = administrator;
  await open(desktop, `/staff?filter=${encodeURIComponent(JSON.stringify({ search: username }))}`);
  await desktop.getByRole('link', { name }).first().click();
  await desktop.getByRole('heading', { level: 1, name }).waitFor();
  await press(desktop, '停用动态口令');
  await confirm(desktop);
  await desktop.getByText('未启用').waitFor();
  await press(desktop, '重置密码');
  await desktop.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
  await desktop.getByRole('button', { name: '已交给本人' }).waitFor();
  expect(await faultsOf(desktop)).toEqual([]);
  const oneTime = await desktop.locator('[data-secret]').innerText();
  await desktop.getByRole('button', { name: '已交给本人' }).click();
  await desktop.getByText('待改初始密码').waitFor();
  expect(await look(desktop, '/staff/:id')).toEqual([]);
  await administrator.context.close();

  const { page, context, faults } = desk;
  await context.clearCookies();
  await enter(page, oneTime);
  await page.getByRole('heading', { level: 1, name: '先修改初始密码' }).waitFor();
  await page.locator('#presentPassword').fill(oneTime);
  await page.locator('#newPassword').fill(`${own}了`);
  await page.locator('#repeatPassword').fill(`${own}了`);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('link', { name: '户与档案' }).waitFor();
  expect(faults).toEqual([]);
});

test('a head of finance’s reset waits: the owner sees and refuses it, and a second administrator confirms the next', async () => {
  const owner = await signInAs(browser, 'linjiang-finance-lead');
  const asked = async (): Promise<string> => {
    const maker = await signInAs(browser, 'city-admin');
    await open(maker.page, `/staff?filter=${encodeURIComponent(JSON.stringify({ search: 'linjiang-finance-lead' }))}`);
    await maker.page.getByRole('link', { name: '郭敏' }).first().click();
    await press(maker.page, '重置密码');
    await maker.page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
    await maker.page.getByText(/由另一位管理员在 .* 前确认后才可用/).waitFor();
    const password = await maker.page.locator('[data-secret]').innerText();
    await maker.page.getByRole('button', { name: '已交给本人' }).press('Enter');
    await maker.page.getByRole('dialog').waitFor({ state: 'detached' });
    await settled(maker.page);
    await maker.page.goBack();
    await maker.page.getByRole('heading', { level: 1, name: '工作人员' }).waitFor();
    await open(maker.page, '/account-acts');
    await maker.page.getByRole('button', { name: '撤回申请：郭敏的重置密码' }).waitFor();
    expect(await maker.page.getByRole('button', { name: /^确认生效/ }).count()).toBe(0);
    expect(await look(maker.page, '/account-acts of who asked')).toEqual([]);
    await maker.context.close();
    return password;
  };
  await asked();
  await owner.page.reload();
  await owner.page.getByText('本人账号有 1 项变动或申请').waitFor();
  await owner.page.getByRole('link', { name: '查看账号变动' }).click();
  await owner.page.getByRole('button', { name: '不同意：郭敏的重置密码' }).click();
  await confirm(owner.page);
  await owner.page.getByText('未同意', { exact: true }).waitFor();
  expect(await look(owner.page, '/own-account with an act')).toEqual([]);

  const oneTime = await asked();
  const second = await signInAs(browser, 'city-admin-2');
  await second.page.getByRole('link', { name: '确认账号事项' }).click();
  await second.page.getByRole('button', { name: '确认生效：郭敏的重置密码' }).click();
  expect(await faultsOf(second.page)).toEqual([]);
  await confirm(second.page);
  await second.page.getByText('没有待确认的账号事项').waitFor();
  expect(await look(second.page, '/account-acts')).toEqual([]);

  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(systemUrl);
  await page.locator('#username').fill('linjiang-finance-lead');
  await page.locator('#password').fill(oneTime);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '先修改初始密码' }).waitFor();
  for (const desk of [owner, second]) {
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  }
  await context.close();
});

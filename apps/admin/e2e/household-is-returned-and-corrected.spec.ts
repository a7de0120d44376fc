import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, open, openBrowser, press, signInAs, type Desk } from './browser.ts';
import { faultsOf, sideways } from './reading.ts';

/** A county that does nothing else in these tests. */
const county = 'linjiang';
const name = '古丽巴哈尔·阿不都热依木';
const unit = '临江县城关镇人民政府街道社区劳动就业服务管理所';

let browser: Browser;
let clerk: Desk;
let reviewer: Desk;
let address = '';

beforeAll(async () => {
  browser = await openBrowser();
  [clerk, reviewer] = await Promise.all([
    signInAs(browser, `${county}-clerk`),
    signInAs(browser, `${county}-reviewer`),
  ]);
});

afterAll(async () => {
  await browser?.close();
});

const shows = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

test('a form sent half filled says what is missing, in focus, and clears nothing', async () => {
  const { page } = clerk;
  await open(page, '/households/register');
  await page.getByLabel('户主姓名').fill(name);
  await page.getByLabel('工作单位').fill(unit);
  await press(page, '登记此户');
  await shows(page, '身份证号未填');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.getByLabel('户主姓名').inputValue()).toBe(name);
  await page.getByLabel('身份证号').fill('510101198505052240');
  await page.getByLabel('家庭人口').fill('3');
  await page.getByLabel('人均月收入（元）').fill('-1');
  await page.getByLabel('大病').check();
  await press(page, '登记此户');
  await shows(page, '身份证号末位应为 3，核对原件后重录');
  await page.getByLabel('身份证号').fill('510101198505052243');
  await page.getByLabel('人均月收入（元）').fill('700');
  await press(page, '登记此户');
  await page.waitForURL(/\/households\/0.+/);
  address = new URL(page.url()).pathname;
  await press(page, '提交县级审核');
  await confirm(page);
  await shows(page, '待县级审核');
  expect(await page.getByRole('link', { name: '修改家庭情况' }).count()).toBe(0);
});

test('long names and units of 24 characters fit every screen', async () => {
  const list = `/households?filter=${encodeURIComponent(JSON.stringify({ search: name }))}`;
  for (const [{ page }, path] of [[clerk, address], [clerk, list], [reviewer, '/case-file-review']] as const) {
    await open(page, path);
    for (const width of [768, 390, 320, 1366]) {
      await page.setViewportSize({ width, height: 768 });
      await shows(page, name);
      expect([path, width, await sideways(page)]).toEqual([path, width, 0]);
      if (width === 390) expect([path, await faultsOf(page)]).toEqual([path, []]);
    }
  }
});

test('the reviewer returns it by keyboard, and the keyboard goes on where it was', async () => {
  const { page } = reviewer;
  await open(page, '/case-file-review');
  await page.locator('button[aria-keyshortcuts="r"]:not(:disabled)').waitFor();
  await page.keyboard.press('r');
  await page.getByRole('dialog').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-queue-row'))).toBe(true);
  await page.keyboard.press('r');
  await page.getByLabel('理由', { exact: false }).last().fill('人均收入与单位证明不符');
  await page.keyboard.press('Control+Enter');
  await shows(page, '没有待县级审核的档案');
});

test('evidence that is no document is told so; a document is there for the reviewer to see', async () => {
  const { page } = clerk;
  await open(page, `${address}?tab=evidence`);
  await page.getByRole('button', { name: '上传材料' }).click();
  const dialog = page.getByRole('dialog');
  const send = async (text: string): Promise<void> => {
    const file = { name: '收入证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) };
    await dialog.locator('#file').setInputFiles(file);
    await dialog.getByRole('button', { name: '上传材料' }).click();
  };
  await send('收入 700 元');
  await dialog.getByRole('alert').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await send('%PDF-1.4\n%%EOF\n');
  await dialog.waitFor({ state: 'detached' });
  await shows(page, '收入证明.pdf');
});

test('the clerk finds it among what came back, corrects it with a reason, and submits it again', async () => {
  const { page } = clerk;
  await open(page, '/');
  await page.getByRole('link', { name: '补正退回的档案' }).click();
  await page.getByRole('link', { name }).click();
  await shows(page, '退回意见：人均收入与单位证明不符');
  await page.getByRole('link', { name: '修改家庭情况' }).click();
  await page.getByRole('heading', { level: 1, name: `修改 ${name} 户` }).waitFor();
  await page.getByLabel('人均月收入（元）').fill('480.50');
  await press(page, '保存修改');
  await shows(page, '修改原因未填');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('修改原因').fill('按单位证明改正');
  await press(page, '保存修改');
  await page.waitForURL((url) => url.pathname === address);
  await shows(page, '480.50');
  await press(page, '提交县级审核');
  await confirm(page);
  await shows(page, '待县级审核');
});

test('an objection holds the opening back until it is answered; upheld, the household is rejected', async () => {
  const { page } = reviewer;
  await open(page, '/case-file-review');
  await page.locator('button[aria-keyshortcuts="a"]:not(:disabled)').waitFor();
  await page.keyboard.press('a');
  await shows(page, '没有待县级审核的档案');
  await open(page, '/postings');
  await press(page, '发布公示（1 户）');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('公示地点').fill('县总工会公示栏');
  const twoWeeksAgo = new Date(Date.now() - 14 * 24 * 3_600_000).toISOString().slice(0, 10);
  await dialog.getByLabel('起始日期').fill(twoWeeksAgo);
  await confirm(page);
  await page.waitForURL(/\/postings\/.+/);
  await press(page, '登记异议');
  await choose(page, '被异议的户', new RegExp(unit));
  await dialog.getByLabel('异议人').fill('某职工');
  await dialog.getByLabel('异议内容').fill('家中另有门面房出租');
  await confirm(page);
  await shows(page, /还有 1 户的异议未答复/);
  expect(await page.getByRole('button', { name: '建档 0 户，1 户因异议等候' }).isDisabled()).toBe(true);
  await press(page, '答复异议');
  await dialog.getByLabel('调查结论').fill('经核实，每月另有租金 2,000 元');
  await choose(page, '异议是否成立', /^成立$/);
  await confirm(page);
  await shows(page, '经核实，每月另有租金 2,000 元');
  await open(page, address);
  await press(page, '驳回');
  await page.getByLabel('理由', { exact: false }).last().fill('公示异议成立');
  await confirm(page);
  await shows(page, '已驳回');
  expect([...clerk.faults, ...reviewer.faults]).toEqual([]);
});

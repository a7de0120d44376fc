import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, open, openBrowser, press, signInAs, type Desk } from './browser.ts';
import { faultsOf } from './reading.ts';

let browser: Browser;
let officer: Desk;
let page: Page;
let household = '';
let name = '';
let legalCase = '';

beforeAll(async () => {
  browser = await openBrowser();
  officer = await signInAs(browser, 'linjiang-legal');
  page = officer.page;
  await open(page, '/households');
  const link = page.locator('main a[href^="/households/0"]').nth(1);
  household = (await link.getAttribute('href')) ?? '';
  name = (await link.textContent()) ?? '';
});

afterAll(async () => {
  await browser?.close();
});

const shows = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const dialog = () => page.getByRole('dialog').last();

test('a case opened from a household gets its limitation computed, with the article', async () => {
  await open(page, '/legal-cases');
  await press(page, '从家庭受理');
  await dialog().getByRole('searchbox').fill(name);
  await dialog().getByRole('button', { name }).first().click();
  await choose(page, '类别', '仲裁');
  await dialog().getByLabel('案情').fill('拖欠2026年7月至9月工资');
  await dialog().getByLabel('知道权利受侵害日期').fill('2026-10-08');
  await confirm(page);
  await page.waitForURL(/\/legal-cases\/.+/);
  legalCase = new URL(page.url()).pathname;
  await shows(/2027-10-08/);
  await shows(/劳动争议调解仲裁法/);
  await shows('拖欠2026年7月至9月工资');
});

test('other roles see that the case exists, but not its content', async () => {
  const reviewer = await signInAs(browser, 'linjiang-reviewer');
  await open(reviewer.page, legalCase);
  await reviewer.page.getByText('案情保密，仅承办人可看').waitFor();
  expect(await reviewer.page.locator('main').innerText()).not.toContain('拖欠2026年7月至9月工资');
  await reviewer.context.close();
});

test('a wage claim of two workers, one of the household, records recoveries by worker, never more than owed', async () => {
  await open(page, '/wage-claims');
  await press(page, '登记欠薪');
  await dialog().getByLabel('身份证号').fill('110105194912310021');
  await dialog().getByRole('button', { name: '登记欠薪' }).click();
  const told = await dialog().getByRole('alert').first().innerText();
  expect(told).toContain('用人单位没有填写，补填后提交');
  expect(told).toContain('第 1 人的姓名没有填写，补填后提交');
  expect(told).toContain('身份证号末位应为');
  for (const label of ['用人单位', '姓名', /欠薪/, '身份证号']) {
    expect(await dialog().getByLabel(label).first().getAttribute('aria-invalid')).toBe('true');
  }
  expect(await faultsOf(page)).toEqual([]);
  await dialog().getByLabel('身份证号').fill('');
  await dialog().getByLabel('用人单位').fill('锦官路桥劳务公司');
  await dialog().getByLabel('工地').fill('青禾大桥三标段');
  await press(page, '从困难职工家庭添加');
  await dialog().getByRole('searchbox').fill(name);
  await dialog().getByRole('button', { name }).first().click();
  await dialog().getByLabel(/欠薪/).first().fill('12000');
  await press(page, '添加职工');
  await dialog().getByLabel('姓名').nth(1).fill('古丽巴哈尔·阿不都热依木');
  await dialog().getByLabel(/欠薪/).nth(1).fill('8000.50');
  await confirm(page);
  await page.waitForURL(/\/wage-claims\/.+/);
  await shows('¥20,000.50');
  await press(page, '登记追回');
  const back = dialog().getByLabel(/尚欠/);
  await back.first().fill('12000.01');
  await dialog().getByRole('button', { name: '登记追回' }).click();
  await dialog().getByRole('alert').first().waitFor();
  await back.first().fill('12000');
  await back.nth(1).fill('3000');
  await confirm(page);
  await shows('¥15,000.00');
  await page.getByRole('tab', { name: '追回记录' }).click();
  await shows('15,000.00');
});

test('the household’s timeline shows the case and the recovered wages; the case is closed once', async () => {
  await open(page, household);
  await shows(/锦官路桥劳务公司/);
  await shows(/仲裁/);
  await open(page, legalCase);
  await press(page, '结案');
  await choose(page, '结果', '部分胜诉');
  await confirm(page);
  await shows(/已结案/);
  expect(await page.getByRole('button', { name: '结案' }).count()).toBe(0);
  expect(officer.faults).toEqual([]);
});

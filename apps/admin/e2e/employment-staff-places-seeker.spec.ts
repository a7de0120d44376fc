import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, open, openBrowser, press, signInAs, type Desk } from './browser.ts';

let browser: Browser;
let staff: Desk;
let page: Page;
let household = '';

beforeAll(async () => {
  browser = await openBrowser();
  staff = await signInAs(browser, 'linjiang-employment');
  page = staff.page;
});

afterAll(async () => {
  await browser?.close();
});

const shows = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const dialog = () => page.getByRole('dialog').last();

test('a vacancy with an unlawful criterion is refused with the law, and accepted without it', async () => {
  await open(page, '/vacancies');
  await press(page, '登记岗位');
  await dialog().getByLabel('用人单位').fill('青禾县棉纺厂');
  await dialog().getByLabel('工种').fill('细纱挡车工');
  await dialog().getByLabel('地点').fill('青禾县城关镇');
  await dialog().getByLabel('月薪下限').fill('2800');
  await dialog().getByLabel('招用条件').fill('限女性，能上夜班');
  await dialog().getByRole('button', { name: '登记岗位' }).click();
  await shows(/就业促进法/);
  expect(await dialog().getByLabel('招用条件').inputValue()).toBe('限女性，能上夜班');
  await dialog().getByLabel('招用条件').fill('能上夜班');
  await confirm(page);
  await shows('已登记青禾县棉纺厂的岗位');
});

test('a member of a registered household becomes a job seeker with priority', async () => {
  await open(page, '/households');
  const link = page.locator('main a[href^="/households/0"]').first();
  household = (await link.getAttribute('href')) ?? '';
  const name = (await link.textContent()) ?? '';
  await open(page, '/job-seekers');
  await press(page, '从家庭登记');
  await dialog().getByRole('searchbox').fill(name);
  await dialog().getByRole('button', { name }).first().click();
  await dialog().getByLabel('技能').fill('细纱挡车');
  await dialog().getByLabel('意向地点').fill('青禾县');
  await confirm(page);
  await page.waitForURL(/\/job-seekers\/.+/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await shows(/困难职工家庭/);
});

test('a placement with its pay is recorded for a referral, and fills the vacancy', async () => {
  await press(page, '介绍岗位');
  await choose(page, '岗位', /青禾县棉纺厂/);
  await confirm(page);
  await press(page, '登记就业');
  await dialog().getByLabel('月薪').fill('0.001');
  await dialog().getByRole('button', { name: '登记就业' }).click();
  await dialog().getByRole('alert').first().waitFor();
  await dialog().getByLabel('月薪').fill('2900');
  await confirm(page);
  await shows('2,900.00');
  await open(page, '/vacancies');
  await page.getByRole('row', { name: /青禾县棉纺厂.*已招满/ }).waitFor();
});

test('the household’s timeline shows the placement beside its aid', async () => {
  await open(page, household);
  await shows(/就业.*青禾县棉纺厂|青禾县棉纺厂/);
  await shows('档案：在档');
  expect(staff.faults).toEqual([]);
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, press, signInAs } from './browser.ts';
import { faultsOf } from './reading.ts';

const name = '2027年五一送温暖活动';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('the city opens a campaign with categories, standard, phases and quotas; mistakes are reported at their fields', async () => {
  const { page, faults } = await signInAs(browser, 'city-admin');
  await open(page, '/campaigns');
  await page.getByRole('link', { name: '开启活动' }).click();
  await page.getByLabel('活动名称').fill(name);
  await page.getByLabel('开始日期').fill('2027-03-01');
  await page.getByLabel('结束日期').fill('2027-05-31');
  await page.getByLabel('每户标准').fill('299.99');
  await page.getByLabel('准备摸底开始').fill('2027-03-01');
  await press(page, '开启活动');
  await page.getByText('准备摸底要么两个日期都填，要么都不填').first().waitFor();
  await page.getByText('名额合计为 0').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('准备摸底结束').fill('2027-03-20');
  await page.getByLabel('青禾县总工会名额（户）').fill('40');
  await page.getByLabel('临江县总工会名额（户）').fill('10');
  await press(page, '开启活动');
  await page
    .getByRole('alert')
    .getByText(/300\.00/)
    .first()
    .waitFor();
  await page.getByLabel('每户标准').fill('300');
  await page.getByText('合计 50 户，预算 15,000.00 元').waitFor();
  await press(page, '开启活动');
  await page.getByText('对象类别至少一项').first().waitFor();
  await page.getByLabel('生活困难的劳模').check();
  await press(page, '开启活动');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('15,000.00').first().waitFor();
  expect(faults).toEqual([]);
});

test('its counties see it, and cannot open one themselves', async () => {
  const { page } = await signInAs(browser, 'linjiang-clerk');
  await open(page, '/campaigns');
  await page.getByRole('link', { name }).waitFor();
  expect(await page.getByRole('link', { name: '开启活动' }).count()).toBe(0);
});

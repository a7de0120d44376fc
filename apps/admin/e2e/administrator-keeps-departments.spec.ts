import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, open, openBrowser, press, signInAs } from './browser.ts';
import { faultsOf, look } from './reading.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('the city’s administrator registers a county’s department with a contact, and changes a facility', async () => {
  const { page, faults } = await signInAs(browser, 'city-admin');
  await open(page, '/organizations');
  await page.getByRole('link', { name: '青禾县总工会' }).first().click();
  await page.getByRole('tab', { name: '协作部门' }).click();
  await page.getByRole('rowheader', { name: '青禾县民政局' }).waitFor();
  await press(page, '登记协作部门');
  await page.getByRole('dialog').getByLabel('名称').fill('青禾县教育局');
  await choose(page, '类别', '主管局');
  expect(await faultsOf(page)).toEqual([]);
  await confirm(page);
  const department = page.getByRole('row', { name: /青禾县教育局/ });
  await department.getByRole('cell', { name: '主管局' }).waitFor();
  await department.getByRole('button', { name: '变更部门' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('青禾县教育和体育局');
  await confirm(page);
  await page.getByRole('rowheader', { name: '青禾县教育和体育局' }).waitFor();

  await page.getByRole('tab', { name: '联系人' }).click();
  await page.getByRole('row', { name: /曾秀兰.*青禾县民政局/ }).waitFor();
  await press(page, '登记联系人');
  await page.getByRole('dialog').getByLabel('姓名').fill('邱文静');
  await page.getByRole('dialog').getByLabel('电话').fill('0810-8101066');
  await choose(page, '所在部门', '青禾县教育和体育局');
  await confirm(page);
  await page.getByRole('row', { name: /邱文静.*青禾县教育和体育局/ }).waitFor();
  expect(await look(page, '/organizations/:id contacts')).toEqual([]);
  await page
    .getByRole('row', { name: /邱文静/ })
    .getByRole('button', { name: '停用联系人' })
    .click();
  await confirm(page);
  await page
    .getByRole('row', { name: /邱文静/ })
    .getByRole('button', { name: '停用联系人' })
    .waitFor({ state: 'detached' });

  await page.getByRole('tab', { name: '惠民帮扶机构' }).click();
  await page
    .getByRole('row', { name: /青禾爱心药店/ })
    .getByRole('button', { name: '变更机构' })
    .click();
  await page.getByRole('dialog').getByLabel('名称').fill('青禾爱心大药房');
  await confirm(page);
  await page.getByRole('rowheader', { name: '青禾爱心大药房' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(faults).toEqual([]);
});

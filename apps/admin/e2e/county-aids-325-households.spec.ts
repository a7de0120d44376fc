import { resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  choose,
  confirm,
  desk,
  open,
  openBrowser,
  picture,
  postedList,
  press,
  signInAs,
  type Desk,
} from './browser.ts';
import { faultsOf, look } from './reading.ts';

const roster = resolve(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'infra',
  'main-job',
  '__fixtures__',
  'roster-county-winter.xlsx',
);

let browser: Browser;
const desks: Desk[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

async function at(username: string): Promise<Page> {
  const desk = await signInAs(browser, username);
  desks.push(desk);
  return desk.page;
}

/** Expects a status that the page announces, or any text on it. */
const shows = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 60_000 });

/** Ticks the row with the keyboard focus and the next, checks the queue with its batch bar, and unticks them. */
async function lookAtTicks(page: Page, name: string): Promise<void> {
  for (const key of ['x', 'j', 'x']) await page.keyboard.press(key);
  await shows(page, '已选 2 户');
  expect(await look(page, name, [desk.width])).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText('已选 2 户').filter({ visible: true }).first().waitFor({ state: 'detached' });
}

test('the clerk uploads the county’s roster: 325 households, 22 rows refused with reasons, and the marked workbook', async () => {
  const page = await at('qinghe-clerk');
  await open(page, '/roster-imports');
  await page.locator('#roster-file').setInputFiles(roster);
  await page.waitForURL(/\/roster-imports\/.+/);
  await press(page, '导入 347 行');
  await confirm(page);
  await shows(page, '已导入 325 户，22 行未导入');
  await shows(page, '末位应为');
  await picture(page, 'import');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载标注原表').click()]);
  const marked = await readFile(await download.path());
  expect(marked.subarray(0, 2).toString()).toBe('PK');
});

test('the clerk submits them all', async () => {
  const page = await at('qinghe-clerk');
  await open(page, '/households');
  const ticks = page.getByRole('checkbox', { name: /^选择/ });
  for (const row of [1, 2]) await ticks.nth(row).check();
  await page.getByRole('button', { name: '提交所选 2 户' }).waitFor();
  expect(await look(page, 'households ticked', [desk.width])).toEqual([]);
  for (const row of [1, 2]) await ticks.nth(row).uncheck();
  await press(page, '提交全部草稿');
  await confirm(page);
  await shows(page, /325 户/);
});

test('the reviewer passes ten files by keyboard only, and the rest with one command', async () => {
  const page = await at('qinghe-reviewer');
  await open(page, '/case-file-review');
  await shows(page, '325');
  await page.locator('button[aria-keyshortcuts="a"]:not(:disabled)').waitFor();
  await lookAtTicks(page, 'files ticked');
  const passed: string[] = [];
  page.on('request', (request) => {
    const sent = /"operationName":"PassCaseFiles".*"ids":\["([^"]+)"/.exec(request.postData() ?? '');
    if (sent?.[1] !== undefined) passed.push(sent[1]);
  });
  for (let times = 1; times <= 10; times += 1) await page.keyboard.press('a');
  await page.getByRole('button', { name: '通过全部 315 户' }).waitFor();
  expect(new Set(passed).size).toBe(10);
  expect(passed).toHaveLength(10);
  await picture(page, 'review');
  await press(page, '通过全部 315 户');
  await confirm(page);
  await shows(page, '没有待县级审核的档案');
});

test('the reviewer posts the list that went up two weeks ago; the approver opens the files', async () => {
  const page = await at('qinghe-reviewer');
  await open(page, '/postings');
  await press(page, '张榜公示（325 户）');
  await page.getByRole('dialog').getByLabel('公示地点').fill('县总工会公示栏及各单位公告栏');
  const twoWeeksAgo = new Date(Date.now() - 14 * 24 * 3_600_000).toISOString().slice(0, 10);
  await page.getByRole('dialog').getByLabel('起始日期').fill(twoWeeksAgo);
  await confirm(page);
  await page.waitForURL(/\/postings\/.+/);
  await page.getByRole('heading', { name: '县总工会公示栏及各单位公告栏' }).waitFor();
  await page.getByRole('tab', { name: /现场照片/ }).click();
  await page.locator('#photo').setInputFiles(postedList);
  await shows(page, '照片已上传');
  await picture(page, 'posting');
  const approver = await at('qinghe-approver');
  await open(approver, new URL(page.url()).pathname);
  await press(approver, '确认公示');
  await confirm(approver);
  await shows(approver, '公示已确认');
  await press(approver, '建档 325 户');
  await confirm(approver);
  await shows(approver, '已建档 325 户');
});

test('money comes from two sources: the city allocates 48,750.00, the county’s finance adds as much', async () => {
  const city = await at('city-finance');
  await open(city, '/allocations');
  await press(city, '下拨资金');
  await choose(city, '拨出资金', /市总工会送温暖专项资金/);
  await choose(city, '接收单位', '青禾县总工会');
  await city.getByRole('dialog').getByLabel(/^金额/).fill('48750.00');
  await choose(city, '限用于活动', /2027年元旦春节/);
  await confirm(city);
  await shows(city, /已下拨/);

  const county = await at('qinghe-finance');
  await open(county, '/allocations');
  await press(county, /确认收款/);
  await confirm(county);
  await shows(county, /已收款/);
  await open(county, '/funds');
  await press(county, '设立资金');
  const dialog = county.getByRole('dialog');
  await dialog.getByLabel('资金名称').fill('县财政配套送温暖资金');
  await choose(county, '来源', '地方财政');
  await dialog.getByLabel('用途').fill('送温暖');
  await choose(county, '限用于活动', /2027年元旦春节/);
  await confirm(county);
  await county.getByRole('link', { name: '县财政配套送温暖资金' }).click();
  await press(county, '登记收款');
  await dialog.getByLabel(/^金额/).fill('48750');
  await dialog.getByLabel('付款方').fill('青禾县财政局');
  await confirm(county);
  await shows(county, '48,750.00');
});

test('the clerk puts the campaign’s list forward and it is approved with one command: 97,500.00 committed', async () => {
  const clerk = await at('qinghe-clerk');
  await open(clerk, '/campaigns');
  await clerk.getByRole('link', { name: '2027年元旦春节送温暖活动' }).click();
  await clerk.getByRole('tab', { name: '未提出' }).click();
  await shows(clerk, '可提出');
  expect(await faultsOf(clerk)).toEqual([]);
  await press(clerk, '提出活动名单');
  await confirm(clerk);
  await shows(clerk, '已提出 325 户，提交审批');
  await shows(clerk, '没有未提出的户');

  const approver = await at('qinghe-approver');
  await open(approver, '/applications');
  await shows(approver, '325');
  await picture(approver, 'applications');
  await lookAtTicks(approver, 'applications ticked');
  await press(approver, '批准全部 325 户');
  await shows(approver, '97,500.00');
  await confirm(approver);
  await shows(approver, '没有待审批的申请');

  const finance = await at('qinghe-finance');
  await expect
    .poll(
      async () => {
        await open(finance, '/grants');
        return finance.locator('main').innerText();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toContain('已占用 325 笔，合计 97,500.00 元');
});

test('finance prepares the batch, another approves it, finance pays: 325 vouchers and a payment file of 97,500.00', async () => {
  const finance = await at('qinghe-finance');
  await open(finance, '/grants');
  await press(finance, '发放 325 笔');
  await shows(finance, '97,500.00');
  await confirm(finance);
  await finance.waitForURL(/\/batches\/.+/);
  const address = new URL(finance.url()).pathname;
  await shows(finance, '由另一位财务负责人复核');

  const lead = await at('qinghe-finance-lead');
  await open(lead, address);
  await press(lead, '复核通过');
  await confirm(lead);
  await shows(lead, /已复核/);

  await open(finance, address);
  await press(finance, '登记付款');
  await confirm(finance);
  await shows(finance, /生成凭证 325 张/);
  await picture(finance, 'batch');
  const [download] = await Promise.all([
    finance.waitForEvent('download'),
    finance.getByText('下载付款文件 .csv').click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file.match(/300\.00/g)).toHaveLength(325);
  expect(file).toContain('97500.00');
});

test('table 1 shows 325 households and 9.75 万元; the figure opens to its records, and a record to its documents', async () => {
  const page = await at('qinghe-statistics');
  const cell = page.locator('[data-cell="6A"]');
  await expect
    .poll(
      async () => {
        await open(page, '/reports/warmth-table');
        return cell.inputValue();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toContain('9.75');
  expect(await page.locator('[data-cell="4C"]').inputValue()).toContain('325');
  await picture(page, 'table');
  await cell.click();
  await shows(page, '记录 325 条');
  await shows(page, '97,500.00');
  await picture(page, 'records');
  expect(
    await page.locator('main a[href^="/vouchers/"], main a[href^="/payments/"], main a[href^="/households/"]').count(),
  ).toBe(0);

  const finance = await at('qinghe-finance');
  await open(finance, '/reports/warmth-table');
  await finance.locator('[data-cell="6A"]').first().click();
  await finance.locator('main a[href^="/vouchers/"]').first().click();
  await finance.waitForURL(/\/vouchers\/.+/);
  await shows(finance, '叁佰元整');
  await picture(finance, 'voucher');
  const number = /\d{6}-\d{6}-\d{6}/.exec(await finance.locator('main').innerText())?.[0] ?? 'no number';
  await finance.keyboard.press('Control+k');
  await finance.keyboard.type(number);
  await finance.getByRole('option', { name: number, selected: true }).waitFor();
  await finance.keyboard.press('Enter');
  await finance.getByRole('dialog').waitFor({ state: 'detached' });
  await finance.waitForURL(/\/vouchers\/.+/);
  await finance.locator('main a[href^="/eligibility-decisions/"]').first().click();
  await finance.waitForURL(/\/eligibility-decisions\/.+/);
  await shows(finance, /300/);
  await picture(finance, 'decision-sheet');
  await finance.goBack();
  await finance.locator('main a[href^="/households/"]').first().click();
  await finance.waitForURL(/\/households\/.+/);
  await shows(finance, 'roster-county-winter.xlsx');
  await picture(finance, 'household');
  await finance.getByRole('link', { name: /roster-county-winter\.xlsx/ }).click();
  const row = finance.getByRole('region', { name: '本户所在行' }).last();
  await row.waitFor();
  await row.locator('tbody tr').first().waitFor();
  expect(await row.locator('tbody tr').count()).toBe(1);
  for (const name of ['下载标注原表', '改正此行']) expect(await finance.getByText(name).count()).toBe(0);
});

test('no page reported a fault', () => {
  expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
  expect(desks.length).toBeGreaterThan(8);
});

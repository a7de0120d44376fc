import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedIdentityNumber } from '@nuangong/spreadsheet/testing';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirm, open, openBrowser, picture, press, signInAs, type Desk } from './browser.ts';
import { faultsOf, sideways } from './reading.ts';

/** Three pieces of a job. */
const drafts = 1_200;
const piece = 500;
const richName = '高有余';
/** A county that no other test uses, and numbers that no other roster contains. */
const username = '510113-clerk';
const firstNumber = 800_000;

let browser: Browser;
let clerk: Desk;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-county-'));
  browser = await openBrowser();
  clerk = await signInAs(browser, username);
  page = clerk.page;
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const shows = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const fact = async (name: string): Promise<number> => {
  const [, value = ''] = new RegExp(`${name}\\s*([\\d,]+)`).exec(await page.locator('main').innerText()) ?? [];
  return Number(value.replaceAll(',', ''));
};

async function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env['CASE_RECORDS_OWNER_URL'] });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Locks the county's files as a colleague's transaction would: commands on them wait until `work` is done. */
const whileHeld = (work: () => Promise<void>): Promise<void> =>
  inDatabase(async (client) => {
    await client.query(`begin; select from case_file where county_code = '510113' for update`);
    await work();
  });

const countOf = (status: string): Promise<number> =>
  inDatabase(async (client) => {
    const { rowCount } = await client.query(`select from case_file where county_code = '510113' and status = $1`, [
      status,
    ]);
    return rowCount ?? 0;
  });

test('the empty page of jobs says what it lists and where jobs are started', async () => {
  await open(page, '/jobs');
  await shows('没有批量办理的记录');
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('main').getByRole('link', { name: '户与档案' }).click();
  await page.waitForURL(/\/households/);
});

test('a county’s roster is imported as drafts, the last of them without a hardship class', async () => {
  const rows = Array.from({ length: drafts }, (_, place) => {
    const rich = place === drafts - 1;
    return [
      rich ? richName : `职工${place}`,
      inventedIdentityNumber(firstNumber + place),
      2,
      rich ? '子女上学' : '本人患大病',
      rich ? 9_000 : 300,
    ].join(',');
  });
  const file = join(folder, '全县花名册.csv');
  await writeFile(file, ['姓名,身份证号码,家庭人口,致困原因,家庭月人均收入', ...rows].join('\n'));
  await open(page, '/roster-imports');
  await page.locator('#roster-file').setInputFiles(file);
  await page.waitForURL(/\/roster-imports\/.+/);
  await press(page, `导入 ${drafts} 行`);
  await confirm(page);
  await page.getByText(`已导入 ${drafts} 户，0 行未导入`).first().waitFor({ timeout: 60_000 });
});

const agree = () => page.getByRole('dialog').locator('.MuiDialogActions-root button').last().click();

/** Submits all drafts; the page of the job opens by itself. */
async function submitAll(): Promise<void> {
  await open(page, '/households');
  await press(page, '提交全部草稿');
  await shows(/其中 [\d,]+ 户还缺材料/);
  await agree();
  await page.waitForURL(/\/jobs\/case-records\/.+/);
}

test('all are submitted and the job is cancelled midway: finished rows stay submitted', async () => {
  await whileHeld(async () => {
    await submitAll();
    await page.getByRole('progressbar', { name: '提交档案' }).waitFor();
    await picture(page, 'job');
    await page.locator('main').getByRole('button', { name: '取消', exact: true }).click();
    const asked = page.waitForRequest((request) => request.postData()?.includes('CancelCaseRecordsJob') === true);
    await agree();
    await asked;
    await page.waitForTimeout(500);
  });
  await shows('本人取消了办理');
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  expect([await fact('已办成'), await fact('未办成'), await fact('未办理')]).toEqual([piece, 0, drafts - piece]);
  expect(await faultsOf(page)).toEqual([]);
});

test('the job is started again, its progress is visible on every page, and all but one are submitted', async () => {
  await whileHeld(async () => {
    await submitAll();
    const address = new URL(page.url()).pathname;
    await open(page, '/');
    await press(page, /^处理中 1$/);
    await page.getByRole('menuitem', { name: /提交档案 0\/700/ }).click();
    await page.waitForURL((url) => url.pathname === address);
  });
  await page.getByText('已办完').first().waitFor({ timeout: 60_000 });
  expect([await fact('已办成'), await fact('未办成'), await fact('未办理')]).toEqual([drafts - piece - 1, 1, 0]);
  await shows(/高于边缘线/);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('the refused file opens from its row; both jobs stay in the list', async () => {
  await page
    .locator('main')
    .getByRole('link', { name: /^510113-/ })
    .click();
  await page.waitForURL(/\/(case-files|households)\/.+/);
  await shows(richName);
  await open(page, '/jobs');
  await shows('已办完');
  await shows('已取消');
  expect(await page.locator('main').getByRole('link', { name: '提交档案' }).count()).toBe(2);
  expect(clerk.faults).toEqual([]);
});

test('a double click passes one file, not the next one too; a menu that it opens stays open', async () => {
  const reviewer = await signInAs(browser, '510113-reviewer');
  const desk = reviewer.page;
  await open(desk, '/case-file-review');
  let sent = 0;
  desk.on('request', (request) => {
    if (request.postData()?.includes('PassCaseFiles') === true) sent += 1;
  });
  const answered = desk.waitForResponse((answer) => answer.request().postData()?.includes('PassCaseFiles') === true);
  await desk.getByRole('button', { name: '通过审核' }).dblclick();
  await answered;
  await desk.getByRole('button', { name: /^账号与显示/ }).dblclick();
  await desk.getByRole('menuitem', { name: '账号与登录' }).click();
  await desk.getByRole('heading', { level: 1, name: '账号与登录' }).waitFor();
  expect(sent).toBe(1);
  await reviewer.context.close();
});

test('of two tabs on one row the second is told by whom and when; a sign-out in one stops the queue of the other', async () => {
  const reviewer = await signInAs(browser, '510113-reviewer');
  const [first, second] = [reviewer.page, await reviewer.context.newPage()];
  for (const tab of [first, second]) {
    await open(tab, '/case-file-review');
    await tab.locator('button[aria-keyshortcuts="a"]:not(:disabled)').waitFor();
  }
  const name = await first.locator('[data-queue-row][aria-current="true"] strong').innerText();
  const passed = first.waitForResponse((answer) => answer.request().postData()?.includes('PassCaseFiles') === true);
  await first.keyboard.press('a');
  await passed;
  await second.keyboard.press('a');
  const told = second.getByRole('status').filter({ hasText: name });
  await told.waitFor();
  expect(await told.innerText()).toMatch(/于 \d{4}-\d\d-\d\d \d\d:\d\d 已办理/);
  expect(await faultsOf(second)).toEqual([]);
  await second.getByRole('button', { name: /^账号与显示/ }).click();
  await second.getByRole('menuitem', { name: '退出登录' }).click();
  await first.locator('#username').waitFor();
  await reviewer.context.close();
});

test('a file is passed even when the reviewer leaves the page immediately', async () => {
  const reviewer = await signInAs(browser, '510113-reviewer');
  const desk = reviewer.page;
  await open(desk, '/case-file-review');
  await desk.locator('button[aria-keyshortcuts="a"]:not(:disabled)').waitFor();
  const before = await countOf('COUNTY_REVIEW');
  await whileHeld(async () => {
    const sent = desk.waitForRequest((request) => request.postData()?.includes('PassCaseFiles') === true);
    await desk.keyboard.press('a');
    await sent;
    await desk.goto('about:blank');
    expect(await countOf('COUNTY_REVIEW')).toBe(before);
  });
  await expect.poll(() => countOf('COUNTY_REVIEW'), { timeout: 20_000 }).toBe(before + 1);
  await reviewer.context.close();
});

import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, downloads, open, openBrowser, press, signInAs, type Desk } from './browser.ts';
import { faultsOf } from './reading.ts';

let browser: Browser;
let clerk: Desk;
let address = '';

beforeAll(async () => {
  browser = await openBrowser();
  clerk = await signInAs(browser, '510112-clerk');
});

afterAll(() => browser?.close());

const shows = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

/** Activates the file as its posting would; other tests cover the steps before. */
async function openTheFile(): Promise<void> {
  const client = new Client({ connectionString: process.env['CASE_RECORDS_OWNER_URL'] });
  await client.connect();
  await client.query(
    'begin; alter table case_file disable trigger user; alter table case_file no force row level security',
  );
  await client.query(
    `update case_file set status = 'ACTIVE', activated_on = current_date where household_id = $1::uuid`,
    [address.split('/').at(-1)],
  );
  await client.query(
    'alter table case_file enable trigger user; alter table case_file force row level security; commit',
  );
  await client.end();
}

test('a household is registered, and its file opened', async () => {
  const { page } = clerk;
  await open(page, '/households/register');
  await page.getByLabel('户主姓名').fill('马秀兰');
  await page.getByLabel('工作单位').fill('县机械厂');
  await page.getByLabel('身份证号').fill('510101198003072041');
  await page.getByLabel('家庭人口').fill('2');
  await page.getByLabel('人均月收入（元）').fill('0');
  await page.getByLabel('其他', { exact: true }).check();
  await press(page, '登记此户');
  await page.waitForURL(/\/households\/0.+/);
  address = new URL(page.url()).pathname;
  await openTheFile();
});

test('the clerk answers the policy’s questions, and the decision shows the answers', async () => {
  const { page } = clerk;
  await open(page, `${address}?tab=aid`);
  await press(page, '申请救助');
  await page.getByRole('dialog').getByRole('button', { name: '选择办法' }).click();
  await shows(page, '已参加基本医疗保险');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '申请救助' }).click();
  await shows(page, '单亲未填');
  await choose(page, '单亲', '非单亲');
  await choose(page, '已参加基本医疗保险', '未参保');
  await choose(page, '生活能够维持', '生活难以维持');
  await choose(page, '遭受意外事故或灾害', /^遭受意外或灾害$/);
  await page.getByRole('dialog').getByRole('button', { name: '申请救助' }).click();
  await page.waitForURL(/\/eligibility-decisions\/.+/);
  expect(await downloads(page, '下载 PDF')).toEqual([expect.stringMatching(/^资格判定书-.+\.pdf$/), '%P']);
  expect(await downloads(page, '下载 Word 文件')).toEqual([expect.stringMatching(/\.docx$/), 'PK']);
  await shows(page, '遭受意外或灾害');
  await shows(page, '突遭意外灾害');
  expect(await faultsOf(page)).toEqual([]);
});

test('the page of policies shows the facts that each clause reads, and their origin', async () => {
  const { page } = clerk;
  await open(page, '/policies');
  await shows(page, '矿区帮扶中心救济办法');
  await shows(page, '协调答复');
  expect(await faultsOf(page)).toEqual([]);
});

test('the approver returns the application; its clerk finds what to correct, and submits it again', async () => {
  const approver = await signInAs(browser, '510112-approver');
  await open(approver.page, '/applications');
  await press(approver.page, '退回补正');
  const dialog = approver.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '理由' }).fill('补交诊断证明');
  await dialog.getByRole('button', { name: '退回补正' }).click();
  await shows(approver.page, /已退回补正 1 户/);

  const { page } = clerk;
  await open(page, '/obligations');
  await shows(page, '申请被退回，更正后再次提交');
  await page
    .getByRole('link', { name: /^申请 510112-/ })
    .first()
    .click();
  await shows(page, '补交诊断证明');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, '再次提交');
  await page.getByRole('dialog').getByRole('button', { name: '再次提交' }).click();
  await shows(page, '写明更正了什么');
  await page.getByRole('dialog').getByLabel('更正了什么').fill('已补交诊断证明');
  await page.getByRole('dialog').getByRole('button', { name: '再次提交' }).click();
  await shows(page, '马秀兰的申请已再次提交');
  await open(page, '/applications/all');
  await shows(page, '待县级审批');
  expect(await faultsOf(page)).toEqual([]);

  await open(approver.page, '/applications');
  await shows(approver.page, '退回与更正');
  await shows(approver.page, /已补交诊断证明/);
});

test('an application is withdrawn with a reason', async () => {
  const { page } = clerk;
  await open(page, '/applications/all');
  await page.getByRole('link', { name: '马秀兰' }).first().click();
  await press(page, '撤回申请');
  await page.getByRole('dialog').getByLabel('理由').fill('户主找到工作，不再申请');
  await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
  await shows(page, '马秀兰的申请已撤回');
  await shows(page, '已撤回');
});

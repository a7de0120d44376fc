import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateRosterWorkbook, inventedIdentityNumber } from '@nuangong/spreadsheet/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirm, open, openBrowser, press, signInAs, type Desk } from './browser.ts';
import { faultsOf } from './reading.ts';

let browser: Browser;
let clerk: Desk;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-rosters-'));
  browser = await openBrowser();
  clerk = await signInAs(browser, '510103-clerk');
  page = clerk.page;
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const shows = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const dialog = () => page.getByRole('dialog');

async function upload(name: string, content: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, content);
  await page.locator('#roster-file').setInputFiles(file);
}

test('a file that is not a roster is refused with the reason; the corrected file with the same name is read', async () => {
  await open(page, '/roster-imports');
  await upload('花名册.csv', '');
  await shows('文件是空的');
  await upload('花名册.csv', '品名,数量\n棉被,3\n');
  await page.waitForURL(/\/roster-imports\/.+/);
  await shows('没有认出表头');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: '选另一份文件' }).click();
  await page.getByRole('heading', { level: 1, name: '名册导入' }).waitFor();
});

test('a unit’s own headings are mapped to fields; a rejected row is corrected in place', async () => {
  const people = [900_001, 900_002, 900_003].map(inventedIdentityNumber);
  const rows = people.map((number, place) => `职工${'甲乙丙'[place]},${number},${place + 1},大病,300`);
  rows[2] = (rows[2] ?? '').replace(
    people[2] ?? '',
    `${people[2]?.slice(0, 17)}${people[2]?.endsWith('1') ? '2' : '1'}`,
  );
  await upload('单位名册.csv', ['姓名,身份证号码,几口,致困原因,每月进项', ...rows].join('\n'));
  await page.waitForURL(/\/roster-imports\/.+/);
  await shows('还没有指定哪一列是：人均月收入');
  await meaning('几口', '家庭人口');
  await meaning('每月进项', '家庭人口');
  await press(page, '确认表头');
  await shows('“家庭人口”指定了两列，保留一列');
  expect(await faultsOf(page)).toEqual([]);
  await meaning('每月进项', '人均月收入');
  await press(page, '确认表头');
  await press(page, '导入 3 行');
  await confirm(page);
  await shows('已导入 2 户，1 行未导入');
  await press(page, '改正此行');
  const field = dialog().getByLabel('身份证号');
  await field.fill('123');
  await dialog().getByRole('button', { name: '改正第 4 行' }).click();
  await shows('仍有问题，按原因再改');
  expect(await field.inputValue()).toBe('123');
  expect(await faultsOf(page)).toEqual([]);
  await field.fill(people[2] ?? '');
  await confirm(page);
  await shows('已导入 3 户，0 行未导入');
});

async function meaning(heading: string, field: string): Promise<void> {
  await page.getByRole('combobox', { name: `${heading} 含义` }).click();
  await page.getByRole('option', { name: field, exact: true }).click();
}

test('a long import is cancelled: imported rows stay; later it continues, also while the page is left', async () => {
  const rows = 10_000;
  const file = join(folder, '全县名册.xlsx');
  await generateRosterWorkbook(file, rows);
  await open(page, '/roster-imports');
  await page.locator('#roster-file').setInputFiles(file);
  await page.waitForURL(/\/roster-imports\/.+/);
  const address = new URL(page.url()).pathname;
  await press(page, `导入 ${rows} 行`);
  await confirm(page);
  await press(page, '取消导入');
  await confirm(page);
  await shows('导入已取消，已导入的行保留');
  const [, imported = ''] = /已导入 (\d+) 户/.exec(await page.locator('main').innerText()) ?? [];
  expect(Number(imported)).toBeLessThan(rows);
  await press(page, '继续导入其余行');
  await shows('可离开此页，处理继续进行');
  await page.getByRole('link', { name: '待办' }).first().click();
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  await page.goBack();
  await page.waitForURL((url) => url.pathname === address);
  await page.getByText(`已导入 ${rows} 户，0 行未导入`).first().waitFor({ timeout: 60_000 });
  expect(clerk.faults).toEqual([]);
});

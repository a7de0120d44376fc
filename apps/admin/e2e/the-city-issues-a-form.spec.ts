import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, press, signInAs } from './browser.ts';
import { faultsOf } from './reading.ts';

/** A form with ten lines that no code mentions. */
const file = resolve(
  import.meta.dirname,
  '../../../services/reporting/src/form/form/__fixtures__/county-aid-year.json',
);
const title = '县级帮扶年度情况表';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('an administrator loads a form and tries it; faults of the file are reported; another issues it', async () => {
  const { page, faults } = await signInAs(browser, 'city-admin');
  await open(page, '/report-forms');
  await press(page, '载入表样');
  const dialog = page.getByRole('dialog');
  await dialog.locator('#definition').setInputFiles({
    name: 'no-form.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{ "code": "x" }'),
  });
  await dialog.getByRole('button', { name: '载入表样' }).click();
  await dialog.getByText('表样有误').first().waitFor();
  await dialog.locator('#definition').setInputFiles(file);
  await dialog.getByRole('button', { name: '载入表样' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('草稿，待发布').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, '发布表样');
  await dialog.getByRole('button', { name: '发布表样' }).click();
  await dialog.getByText('由另一人核对后发布').first().waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '试算' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('试算：表样未发布').waitFor();
  expect(faults).toEqual([]);

  const second = await signInAs(browser, 'city-admin-2');
  await open(second.page, '/report-forms');
  await press(second.page, '发布表样');
  await second.page.getByRole('dialog').getByRole('button', { name: '发布表样' }).click();
  await second.page.getByText('已发布（冯志刚').waitFor();
});

test('a county fills it: a count, yes or no, a choice and a text', async () => {
  const { page, faults } = await signInAs(browser, 'qinghe-statistics');
  await open(page, '/reports/warmth-table');
  await page.getByRole('combobox', { name: '统计表' }).click();
  await page.getByRole('option', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  for (const [cell, value] of [
    ['7', '120'],
    ['8', '是'],
    ['9', '与12351合用'],
    ['10', '重病职工当月到账'],
  ] as const) {
    const field = page.locator(`[id="cell-${cell}"]`);
    await field.focus();
    if (cell === '8' || cell === '9') {
      await page.keyboard.press('F2');
      await page.getByRole('option', { name: value, exact: true }).click();
    } else {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
    await page.getByText(`已保存 ${cell}`, { exact: true }).waitFor();
    expect(await field.inputValue()).toBe(value);
  }
  expect(await faultsOf(page)).toEqual([]);
  expect(faults).toEqual([]);
});

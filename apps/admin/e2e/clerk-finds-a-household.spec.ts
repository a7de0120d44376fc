import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, press, signInAs } from './browser.ts';
import { faultsOf } from './reading.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

test('a household is found by the end of a name, in the list and by Ctrl+K, and its forms are printed', async () => {
  const { page, faults } = await signInAs(browser, 'linjiang-clerk');
  await open(page, '/households');
  const links = page.locator('tbody a[href^="/households/"]');
  await links.first().waitFor();
  const names = (await links.allTextContents()).filter((name) => [...name].length === 3);
  const [name = ''] = names;
  const end = [...name].slice(-2).join('');
  await page.getByRole('searchbox').fill(end);
  await page
    .getByRole('row', { name: new RegExp(name, 'u') })
    .first()
    .waitFor();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(end);
  await page
    .getByRole('dialog')
    .getByRole('option', { name: new RegExp(name, 'u') })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('tab', { name: '家庭' }).click();
  expect(await faultsOf(page)).toEqual([]);
  for (const form of ['困难职工登记表', '困难职工档案表']) {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('-form.pdf'));
    await press(page, `打印${form}`);
    const answer = await answered;
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  }
  expect(faults).toEqual([]);
});

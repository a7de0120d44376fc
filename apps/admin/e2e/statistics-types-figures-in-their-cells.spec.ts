import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirm, open, openBrowser, password, press, signInAs } from './browser.ts';
import { faultsOf, look } from './reading.ts';

const table = '/reports/warmth-table';

let browser: Browser;
let page: Page;
let processor: CDPSession;
const faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  const desk = await signInAs(browser, 'qinghe-statistics');
  ({ page } = desk);
  desk.page.on('pageerror', (error) => faults.push(error.message));
  processor = await desk.context.newCDPSession(page);
});

afterAll(async () => {
  await browser?.close();
});

/** Slows the page's processor down four times; what is not typed (loading a page) runs at full speed. */
const slowed = (rate: 1 | 4) => processor.send('Emulation.setCPUThrottlingRate', { rate });

/** The table, loaded and then slowed. */
async function openTable(): Promise<void> {
  await slowed(1);
  await open(page, table);
  await page.locator('[data-cell]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await slowed(4);
}

const cell = (key: string) => page.locator(`[id="cell-${key}"]`);

/** Presses keys as a person does: 60 to 150 ms apart, in a pattern that repeats. */
async function type(...keys: readonly string[]): Promise<void> {
  for (const [at, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60 + ((at * 37) % 91));
  }
}

const enter = (text: string) => type(...text, 'Enter');

const focusIsOn = (key: string) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell')), { timeout: 10_000 })
    .toBe(key);

/** Ends the session on the server without the page knowing. */
const endElsewhere = (at: Page) =>
  at.evaluate(() =>
    fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
  );

async function signInAgain(at: Page, username: string): Promise<void> {
  await at.locator('#username').fill(username);
  await at.locator('#password').fill(password);
  await at.keyboard.press('Enter');
  await at.locator('#password').waitFor({ state: 'detached' });
}

/** What the server keeps in these cells, read by a page that is loaded anew. */
async function kept(keys: readonly string[]): Promise<readonly string[]> {
  await page.getByText('正在保存').waitFor({ state: 'detached' });
  await openTable();
  await cell(keys[0]!).waitFor();
  return Promise.all(keys.map((key) => cell(key).inputValue()));
}

describe('figures typed at the speed of a clerk, on a slow machine', () => {
  test('nine cells with the panel open keep nine figures, each in its own cell', async () => {
    const given = {
      '9A': '311',
      '9B': '42',
      '9C': '1500',
      '9D': '7',
      '10A': '52300',
      '10B': '12',
      '10C': '340',
      '10D': '88',
      '10E': '9',
    };
    await openTable();
    await cell('9A').click();
    await page.getByRole('heading', { level: 2, name: /^9A/ }).waitFor();
    for (const text of Object.values(given)) await enter(text);
    expect(await kept(Object.keys(given))).toEqual(['311', '42', '1,500', '7', '52,300', '12', '340', '88', '9']);
  });

  test('typing replaces, F2 continues after the last digit, Tab moves across, Escape restores', async () => {
    await openTable();
    await cell('10A').focus();
    await type('F2', '9', 'Enter');
    await focusIsOn('10B');
    await type('7', '7', 'Tab');
    await focusIsOn('10B.passengers');
    await type('8', '8', 'Escape');
    expect(await cell('10B.passengers').inputValue()).toBe('');
    await type('Shift+Tab');
    await focusIsOn('10B');
    expect(await kept(['10A', '10B', '10B.passengers'])).toEqual(['523,009', '77', '']);
  });

  test('a refused figure stays in its cell with the reason, the next one is saved, and the focus moves on', async () => {
    await openTable();
    await cell('10C').focus();
    await enter('3.5');
    await focusIsOn('10D');
    await enter('61');
    await page.locator('[id="note-10C"]').getByText('本格按整数填报，去掉小数后重录').waitFor();
    expect(await cell('10C').inputValue()).toBe('3.5');
    await focusIsOn('10E');
    await slowed(1);
    expect(await faultsOf(page)).toEqual([]);
    await slowed(4);
    await press(page, '上报统计表');
    await focusIsOn('10C');
    await enter('35');
    await page.locator('[id="note-10C"]').waitFor({ state: 'detached' });
    expect(await kept(['10C', '10D'])).toEqual(['35', '61']);
  });

  test('an adjustment asks for its reason in the cell; the panel lists every value with author and time', async () => {
    await openTable();
    const calculated = await cell('7D').inputValue();
    for (const [value, reason] of [
      ['5', '两户由乡镇代发'],
      ['6', '又补一户'],
    ] as const) {
      await cell('7D').focus();
      await enter(value);
      const why = page.getByRole('textbox', { name: '调整理由' });
      await expect.poll(() => why.evaluate((field) => document.activeElement === field)).toBe(true);
      await why.fill(reason);
      await type('Enter');
      await focusIsOn('7E');
      await page.getByText('已保存 7D').waitFor();
    }
    await cell('7D').focus();
    await type('Control+Enter');
    const history = page.getByRole('region', { name: '经过' });
    await history.getByText('又补一户').waitFor();
    expect(await history.getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^赵敏 .*填为 6又补一户$/u),
      expect.stringMatching(/^赵敏 .*填为 5两户由乡镇代发$/u),
    ]);
    await press(page, '恢复系统取数');
    await history.getByText('清除填报数').waitFor();
    expect(await kept(['7D'])).toEqual([calculated]);
  });

  test('a block from a spreadsheet fills the cells down and to the right', async () => {
    await openTable();
    await cell('9A').focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text', '1,001\t11\r\n1002\t12\r\n1003\t13\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText('已保存 9A、9B、9C').waitFor();
    expect(await kept(['9A', '9A.new-generation', '9B', '9B.new-generation', '9C', '9C.new-generation'])).toEqual([
      '1,001',
      '11',
      '1,002',
      '12',
      '1,003',
      '13',
    ]);
  });

  test('a figure that does not reach the server is marked in its cell, and saved when the machine is online again', async () => {
    await openTable();
    await cell('8A').focus();
    await page.context().setOffline(true);
    await enter('208');
    await page.locator('[id="note-8A"]').getByText('没有保存到服务器').waitFor();
    expect(await cell('8A').inputValue()).toBe('208');
    await focusIsOn('8B');
    await page.context().setOffline(false);
    await page.locator('[id="note-8A"]').waitFor({ state: 'detached' });
    await focusIsOn('8B');
    expect(await kept(['8A'])).toEqual(['208']);
  });

  test('a figure typed when the session ends is in its cell after the next sign-in', async () => {
    await openTable();
    await endElsewhere(page);
    // The gateway hears of ended sessions within two seconds.
    await page.waitForTimeout(4_000);
    await cell('8B').focus();
    await enter('1208');
    await page.locator('#username').waitFor();
    await slowed(1);
    await signInAgain(page, 'qinghe-statistics');
    await openTable();
    await page.locator('[id="note-8B"]').getByText('没有保存到服务器').waitFor();
    expect(await cell('8B').inputValue()).toBe('1208');
    await press(page, '全部重新保存');
    await page.getByText('已保存 8B').waitFor();
    expect(await kept(['8B'])).toEqual(['1,208']);
  });

  test('“the rest is 0” shows the number of cells, and fills only these', async () => {
    await openTable();
    const before = await page
      .locator('[data-cell]')
      .evaluateAll((cells) =>
        cells.filter((each) => (each as HTMLInputElement).value === '').map((each) => each.getAttribute('data-cell')),
      );
    await press(page, '其余填 0');
    const dialog = page.getByRole('dialog');
    const count = Number(/(\d+) 格/.exec((await dialog.getByRole('heading').textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(5);
    await confirm(page);
    await page.getByText(/^已保存/).waitFor();
    const [a, ...others] = await kept(['9A', '10F', '11A', '1A']);
    expect([a, ...others]).toEqual(['1,001', '0', '0', '0']);
    expect(before.length).toBeGreaterThanOrEqual(count);
    expect(await page.getByRole('button', { name: '其余填 0' }).count()).toBe(0);
  });

  test('the page is readable, without faults', async () => {
    await slowed(1);
    await open(page, table);
    await cell('10A').click();
    await page.getByRole('heading', { level: 2, name: /^10A/ }).waitFor();
    expect(await look(page, 'figures')).toEqual([]);
    expect(faults).toEqual([]);
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, picture, postedList, signInAs } from './browser.ts';
import { look } from './reading.ts';

let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page } = await signInAs(browser, 'linjiang-clerk', { width: 390, height: 844 }));
  page.on('pageerror', (error) => faults.push(error.message));
});

afterAll(async () => {
  await browser?.close();
});

test('the phone’s bar leads to the households in need, one of them to the page of its visit', async () => {
  await page.getByRole('navigation', { name: '常用' }).getByRole('link', { name: '走访' }).click();
  await page.locator('main li a').first().click();
  await page.waitForURL(/\/households\/.+\/visit$/);
  await page.getByRole('heading', { level: 1, name: /^走访.+户$/ }).waitFor();
  expect(await look(page, 'visit', [390])).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const sizes = await page.locator('main input[type=text], main textarea, main button').evaluateAll((all) =>
    all
      .filter((each) => each.getBoundingClientRect().width > 1)
      .map((each) => ({
        field: each.matches('input, textarea'),
        size: parseFloat(getComputedStyle(each).fontSize),
        height: (each.closest('.MuiInputBase-root') ?? each).getBoundingClientRect().height,
      })),
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.filter(({ field, size, height }) => height < 44 || (field && size < 16))).toEqual([]);
});

test('a visit that says nothing is refused; one that found a hazard is kept with its photograph', async () => {
  const record = page.getByRole('button', { name: '登记走访' });
  await record.click();
  await page.getByRole('alert').getByText('走访情况没有填').first().waitFor();
  await page.getByRole('radiogroup', { name: '火灾' }).getByLabel('隐患').check();
  await page.getByRole('radiogroup', { name: '煤气中毒' }).getByLabel('正常').check();
  await page.locator('#photos').setInputFiles(postedList);
  await page.getByText('已选 1 张').waitFor();
  await picture(page, 'visit');
  await record.click();
  await page.waitForURL(/tab=visits/);
  await page.getByText('隐患：火灾 · 正常：煤气中毒').first().waitFor();
  await open(page, `${new URL(page.url()).pathname}?tab=evidence`);
  await page.getByText('走访照片').first().waitFor();
  expect(faults).toEqual([]);
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, press, signInAs } from './browser.ts';
import { faultsOf, look } from './reading.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');
const fileOf = (name: string, buffer = pdf) => ({ name, mimeType: 'application/pdf', buffer });

/** The first households of the list: the head's name and the page. */
async function householdsOf(page: Page): Promise<readonly { readonly name: string; readonly address: string }[]> {
  await open(page, '/households');
  const links = page.locator('tbody a[href^="/households/"]');
  await links.first().waitFor();
  return links.evaluateAll((found) =>
    found.map((each) => ({ name: each.textContent ?? '', address: each.getAttribute('href') ?? '' })),
  );
}

test('scans named by household are matched, completed by hand, and uploaded together; a wrong one says why', async () => {
  const { page, faults } = await signInAs(browser, '510104-clerk');
  const households = await householdsOf(page);
  const names = households.map(({ name }) => name);
  const [known, other] = households.filter(({ name }) => names.filter((each) => each === name).length === 1);
  if (known === undefined || other === undefined) throw new Error('the list has no two households');
  await page.getByRole('link', { name: '批量上传材料' }).click();
  await page.getByRole('heading', { level: 1, name: '批量上传材料' }).waitFor();
  await page
    .locator('#evidence-files')
    .setInputFiles([
      fileOf(`${known.name}_低保证.pdf`),
      fileOf('扫描件0001.pdf'),
      fileOf(`${known.name} 收入证明.pdf`, Buffer.from('not a document')),
    ]);
  const row = (file: string) => page.getByRole('row', { name: new RegExp(file.replaceAll('.', '\\.'), 'u') });
  await row(`${known.name}_低保证.pdf`).getByText(known.name).nth(1).waitFor();
  await page.getByText('1 个文件还没有认出').waitFor();
  await row('扫描件0001.pdf').getByText('没有认出是哪一户').waitFor();
  expect(await look(page, 'evidence upload')).toEqual([]);

  await page.getByRole('button', { name: '选一户：扫描件0001.pdf' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill(other.name);
  const found = page.getByRole('dialog').getByRole('button', { name: new RegExp(other.name, 'u') });
  await found.first().press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: '材料种类：扫描件0001.pdf' }).press('Enter');
  await page.getByRole('option', { name: '残疾证' }).press('Enter');

  await press(page, /^上传 3 个文件（2 户）$/);
  await page.getByText('已上传 2 个文件，1 个未上传').waitFor();
  await row(`${known.name} 收入证明.pdf`).getByText('未上传：').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await open(page, `${known.address}?tab=evidence`);
  await page.getByText(`${known.name}_低保证.pdf`).first().waitFor();
  expect(faults).toEqual([]);
});

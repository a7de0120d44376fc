import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  choose,
  confirm,
  diagnosis,
  downloads,
  open,
  openBrowser,
  picture,
  postedList,
  press,
  signInAs,
  type Desk,
} from './browser.ts';
import { faultsOf, sideways, withoutFading } from './reading.ts';

/** A county that no other test uses. */
const county = '510114';
const name = '古丽巴哈尔·阿不都热依木';
const other = '罗启明';
const unit = '临江县城关镇人民政府街道社区劳动就业服务管理所';
let browser: Browser;
let clerk: Desk;
let reviewer: Desk;
let address = '';
let otherAddress = '';

beforeAll(async () => {
  browser = await openBrowser();
  [clerk, reviewer] = await Promise.all([
    signInAs(browser, `${county}-clerk`),
    signInAs(browser, `${county}-reviewer`),
  ]);
});

afterAll(async () => {
  await browser?.close();
});

const shows = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

test('an incomplete form reports what is missing, focuses it, and keeps the input', async () => {
  const { page } = clerk;
  await open(page, '/households/register');
  await page.getByLabel('户主姓名').fill(name);
  await page.getByLabel('工作单位').fill(unit);
  await press(page, '登记此户');
  await shows(page, '身份证号未填');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.getByLabel('户主姓名').inputValue()).toBe(name);
  await page.getByLabel('身份证号').fill('510101198505052240');
  await page.getByLabel('家庭人口').fill('3');
  await page.getByLabel('人均月收入（元）').fill('-1');
  await page.getByLabel('大病').check();
  await press(page, '登记此户');
  await shows(page, '身份证号末位应为 3，核对原件后重录');
  await page.getByLabel('身份证号').fill('510101198505052243');
  await page.getByLabel('人均月收入（元）').fill('700');
  await press(page, '登记此户');
  await page.waitForURL(/\/households\/0.+/);
  address = new URL(page.url()).pathname;
  await press(page, '提交县级审核');
  await confirm(page);
  await shows(page, '待县级审核');
  expect(await page.getByRole('link', { name: '修改家庭情况' }).count()).toBe(0);
});

test('long names, and units of 24 characters, fit every screen', async () => {
  for (const [{ page }, path] of [
    [clerk, address],
    [clerk, '/households'],
    [reviewer, '/case-file-review'],
  ] as const) {
    await open(page, path);
    if (path === '/households') await page.getByRole('searchbox').fill(name);
    for (const width of [768, 390, 320, 1366]) {
      await page.setViewportSize({ width, height: 768 });
      await shows(page, name);
      await expect.poll(async () => [path, width, await sideways(page)]).toEqual([path, width, 0]);
      if (width === 390) expect([path, await faultsOf(page)]).toEqual([path, []]);
    }
  }
});

test('the reviewer returns it by keyboard, and the focus stays in its place', async () => {
  const { page } = reviewer;
  await open(page, '/case-file-review');
  await page.locator('button[aria-keyshortcuts="r"]:not(:disabled)').waitFor();
  await page.keyboard.press('r');
  const asked = page.getByRole('dialog');
  await asked.getByText(name).waitFor();
  await asked.getByText('写明缺什么、怎么补，经办人会看到').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-queue-row'))).toBe(true);
  await page.keyboard.press('r');
  const reason = page.getByLabel('理由', { exact: false }).last();
  await reason.fill('人均收入与单位证明不符');
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await shows(page, '网络');
  expect(await reason.inputValue()).toBe('人均收入与单位证明不符');
  await page.context().setOffline(false);
  await reason.focus();
  await page.keyboard.press('Control+Enter');
  await shows(page, '没有待县级审核的档案');
});

test('evidence that is not a document is refused; a document is visible to the reviewer', async () => {
  const { page } = clerk;
  await open(page, `${address}?tab=evidence`);
  await page.getByRole('button', { name: '上传材料' }).click();
  const dialog = page.getByRole('dialog');
  const send = async (text: string): Promise<void> => {
    const file = { name: '收入证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) };
    await dialog.locator('#file').setInputFiles(file);
    await dialog.getByRole('button', { name: '上传材料' }).click();
  };
  await send('收入 700 元');
  await dialog.getByRole('alert').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await send('%PDF-1.4\n%%EOF\n');
  await dialog.waitFor({ state: 'detached' });
  await shows(page, '收入证明.pdf');
  await shows(page, '文件不能预览');
});

test('a document of two pages is previewed page by page beside the facts that it proves', async () => {
  const { page } = clerk;
  await page.getByRole('button', { name: '上传材料' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#file').setInputFiles(diagnosis);
  await dialog.getByRole('button', { name: '上传材料' }).click();
  await dialog.waitFor({ state: 'detached' });
  await press(page, '下一份材料');
  for (const number of [1, 2]) {
    const shown = page.getByRole('img', { name: `diagnosis.pdf，第 ${number}/2 页` });
    await shown.waitFor();
    const height = (element: unknown) => (element as { naturalHeight: number }).naturalHeight;
    await expect.poll(() => shown.evaluate(height)).toBe(1_600);
    if (number === 1) {
      await picture(page, 'evidence');
      await press(page, '下一页');
    }
  }
  expect(await faultsOf(page)).toEqual([]);
  expect(await downloads(page, '下载全部材料（.zip）')).toEqual([expect.stringMatching(/^证明材料-.+\.zip$/), 'PK']);
});

test('the clerk finds it among the returned files, corrects it with a reason, and submits it again', async () => {
  const { page } = clerk;
  await open(page, '/');
  await page.getByRole('link', { name: '补正退回的档案' }).click();
  await page.getByRole('link', { name }).click();
  await shows(page, '退回意见：人均收入与单位证明不符');
  await page.getByRole('link', { name: '修改家庭情况' }).click();
  await page.getByRole('heading', { level: 1, name: `修改 ${name} 户` }).waitFor();
  await page.getByLabel('人均月收入（元）').fill('480.50');
  await press(page, '保存修改');
  await shows(page, '修改原因未填');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('修改原因').fill('按单位证明改正');
  await press(page, '保存修改');
  await page.waitForURL((url) => url.pathname === address);
  await shows(page, '480.50');
  await press(page, '提交县级审核');
  await confirm(page);
  await shows(page, '待县级审核');
});

test('a second household is on the same posting', async () => {
  const { page } = clerk;
  await open(page, '/households/register');
  const typed = {
    户主姓名: other,
    身份证号: '510101197903121123',
    电话: '13900002222',
    工作单位: '临江县纺织厂',
    家庭人口: '3',
  };
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label).fill(value);
  await page.getByLabel('人均月收入（元）').fill('500');
  await page.getByLabel('大病').check();
  await page.getByLabel('户主身份').click();
  await page.getByRole('option', { name: '农民' }).click();
  expect(await page.getByLabel('户主是农民工').isDisabled()).toBe(true);
  await press(page, '添加成员');
  await page.locator('[id="members.0.name"]').fill('罗工');
  await page.getByLabel('与户主关系').fill('子');
  await page.locator('[id="members.0.standing"]').click();
  await page.getByRole('option', { name: '职工', exact: true }).click();
  await page.getByLabel('农村户籍').check();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, '登记此户');
  await page.waitForURL(/\/households\/0.+/);
  otherAddress = new URL(page.url()).pathname;
  await shows(page, '1 人，其中农民工 1 人');
  await press(page, '提交县级审核');
  await confirm(page);
  await shows(page, '待县级审核');
});

test('the clerk sees the full telephone after giving a reason, and masked again on the next visit', async () => {
  const { page } = clerk;
  await open(page, otherAddress);
  await shows(page, '139****2222');
  await press(page, '显示电话');
  await page.getByRole('dialog').getByText('写明用途').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await shows(page, '理由未填，写明原因后再提交');
  await page.getByLabel('理由', { exact: false }).last().fill('通知公示时间');
  await page.keyboard.press('Control+Enter');
  await shows(page, '13900002222');
  expect(await faultsOf(page)).toEqual([]);
  await open(page, otherAddress);
  await shows(page, '139****2222');
  expect(await page.getByText('13900002222').count()).toBe(0);
});

test('an objection blocks only its household until it is answered; when it is upheld, the household is rejected', async () => {
  const { page } = reviewer;
  await open(page, '/case-file-review');
  await page.locator('button[aria-keyshortcuts="a"]:not(:disabled)').waitFor();
  for (let times = 1; times <= 2; times += 1) {
    const passed = page.waitForResponse((answer) => answer.request().postData()?.includes('PassCaseFiles') === true);
    await page.keyboard.press('a');
    await passed;
  }
  await shows(page, '没有待县级审核的档案');
  await page.getByRole('link', { name: '去公示（2 户已审核）' }).click();
  const dialog = page.getByRole('dialog');
  await press(page, '张榜公示（2 户）');
  await dialog.getByLabel('公示地点').fill('县总工会二楼');
  await dialog.getByLabel('异议电话').fill('0826-1234567');
  await confirm(page);
  await page.waitForURL(/\/postings\/.+/);
  await press(page, '撤回公示');
  await dialog.getByText(/县总工会二楼.*2 户/).waitFor();
  await dialog.getByLabel('理由', { exact: false }).last().fill('公示地点写错');
  expect(await faultsOf(page)).toEqual([]);
  await confirm(page);
  await shows(page, /撤回：公示地点写错/);
  await page.getByRole('tab', { name: /公示名单 2/ }).click();
  await page.getByRole('cell', { name: '公示已撤回' }).nth(1).waitFor();
  expect(await page.getByText('下载公示名单（Word）').count()).toBe(0);
  await open(page, '/postings');
  await press(page, '张榜公示（2 户）');
  await dialog.getByLabel('公示地点').fill('县总工会公示栏');
  const twoWeeksAgo = new Date(Date.now() - 14 * 24 * 3_600_000).toISOString().slice(0, 10);
  await dialog.getByLabel('起始日期').fill(twoWeeksAgo);
  await confirm(page);
  await page.waitForURL(/\/postings\/.+/);
  expect(await downloads(page, '下载公示名单（Word）')).toEqual([expect.stringMatching(/^公示名单-.+\.docx$/), 'PK']);
  const posting = new URL(page.url()).pathname;
  await page.getByRole('tab', { name: /现场照片/ }).click();
  await page.locator('#photo').setInputFiles(postedList);
  await shows(page, '照片已上传');
  await page.getByRole('img', { name: /posted-list\.png，第 1\/1 页/ }).waitFor();
  await press(page, '登记异议');
  await dialog.getByLabel('被异议的户').fill(unit);
  await page.getByRole('option', { name: new RegExp(unit) }).click();
  await dialog.getByLabel('异议人').fill('某职工');
  await dialog.getByLabel('异议内容').fill('家中另有门面房出租');
  await confirm(page);
  await shows(page, /还有 1 户的异议未答复/);

  const approver = await signInAs(browser, `${county}-approver`);
  await open(approver.page, posting);
  await press(approver.page, '确认公示');
  await confirm(approver.page);
  await press(approver.page, '建档 1 户，1 户因异议等候');
  expect(await faultsOf(approver.page)).toEqual([]);
  await confirm(approver.page);
  await shows(approver.page, '已建档 1 户');
  const nothingMore = approver.page.getByRole('button', { name: '建档 0 户，1 户因异议等候' });
  await nothingMore.waitFor();
  expect(await nothingMore.isDisabled()).toBe(true);

  await open(page, posting);
  await shows(page, '未答复');
  expect(await page.getByRole('button', { name: '答复异议' }).count()).toBe(0);
  await press(approver.page, '答复异议');
  await approver.page.getByRole('dialog').getByLabel('调查结论').fill('经核实，每月另有租金 2,000 元');
  await choose(approver.page, '异议是否成立', /^成立$/);
  await confirm(approver.page);
  await shows(approver.page, '经核实，每月另有租金 2,000 元');
  await shows(approver.page, '1 户异议成立，退回或驳回该户。');
  await open(page, address);
  await press(page, '驳回');
  await page.getByRole('dialog').getByText(name).waitFor();
  expect(await page.locator('[role=dialog] .MuiButton-colorError').innerText()).toBe('驳回建档申请');
  await page.getByLabel('理由', { exact: false }).last().fill('公示异议成立');
  await confirm(page);
  await shows(page, '不予建档');
  await open(approver.page, posting);
  await press(approver.page, '办结公示');
  await confirm(approver.page);
  await shows(approver.page, '公示已办结');
  expect(approver.faults).toEqual([]);
  await approver.context.close();
});

test('a clerk’s change of an active household waits for the reviewer, with each fact before and after', async () => {
  const { page } = clerk;
  await open(page, otherAddress);
  await page.getByRole('link', { name: '修改家庭情况' }).click();
  await shows(page, /变更由他人确认后生效/);
  await page.getByLabel('人均月收入（元）').fill('480.50');
  await page.getByLabel('修改原因').fill('单位减薪，附证明');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, '保存修改');
  await page.waitForURL((url) => url.pathname === otherAddress);
  await shows(page, '家庭情况变更待确认，确认前不生效');
  await shows(page, '家庭人均月收入：500.00 元 → 480.50 元');
  expect(await page.getByRole('link', { name: '修改家庭情况' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '确认变更' }).count()).toBe(0);
  await page.getByRole('button', { name: '撤回' }).waitFor();
  await open(reviewer.page, '/proposals');
  await shows(reviewer.page, '家庭人均月收入：500.00 元 → 480.50 元');
  await shows(reviewer.page, '说明：单位减薪，附证明');
  expect(await faultsOf(reviewer.page)).toEqual([]);
  await press(reviewer.page, '确认变更');
  await confirm(reviewer.page);
  await shows(reviewer.page, '没有待确认的事项');
  await open(page, otherAddress);
  await shows(page, '480.50');
});

test('the reviewer proposes the exit of the other after a check visit, and the approver confirms it', async () => {
  const { page } = reviewer;
  await open(page, otherAddress);
  await press(page, '提出退出');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '提出退出' }).click();
  await dialog.getByRole('alert').first().waitFor();
  expect(await dialog.getByRole('alert').innerText()).toMatch(/退出原因未填[^]*入户核查情况未填/);
  expect(await faultsOf(page)).toEqual([]);
  await choose(page, '退出原因', '收入高于低保边缘线');
  await dialog.getByLabel('入户核查情况').fill('社区干部入户，本人已就业，人均月收入 2,600 元');
  await confirm(page);
  await shows(page, '退出档案待确认，确认前仍在档');
  expect(await page.getByRole('button', { name: '提出退出' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '确认退出' }).count()).toBe(0);
  const approver = await signInAs(browser, `${county}-approver`);
  await open(approver.page, '/proposals');
  await shows(approver.page, other);
  expect(await faultsOf(approver.page)).toEqual([]);
  await press(approver.page, '确认退出');
  await confirm(approver.page);
  await shows(approver.page, '没有待确认的事项');
  await open(page, otherAddress);
  await shows(page, '已退出');
  await shows(page, /本人已就业/);
  expect(approver.faults).toEqual([]);
  await approver.context.close();
});

test('the clerk reopens the rejected file under its number', async () => {
  const { page } = clerk;
  await open(page, address);
  await press(page, '重新打开档案');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('重新打开的原因').fill('门面已转让，收入下降');
  await confirm(page);
  await shows(page, '草稿');
  await shows(page, /门面已转让/);
  expect(await page.getByRole('link', { name: '修改家庭情况' }).count()).toBe(1);
});

test('the reviewer sets the county’s dibao line of next year; a second one of that day is refused at its field', async () => {
  const { page } = reviewer;
  await open(page, '/');
  await page.getByRole('link', { name: '低保线' }).click();
  await page.getByRole('heading', { level: 1, name: '低保线' }).waitFor();
  await withoutFading(page);
  const next = `${new Date().getFullYear() + 1}-07-01`;
  const dialog = page.getByRole('dialog');
  const type = async (): Promise<void> => {
    await page.getByRole('button', { name: '设定低保线' }).click();
    await dialog.getByLabel('生效日期').fill(next);
    await dialog.getByLabel(/^低保线/).fill('615.50');
    await dialog.getByLabel('边缘系数').fill('1.5');
  };
  await type();
  await confirm(page);
  await page.getByRole('row', { name: new RegExp(`新津区总工会.*${next}.*615\\.50.*1\\.5`) }).waitFor();
  await type();
  await dialog.getByRole('button', { name: '设定低保线' }).click();
  await dialog.getByText('该日已有低保线，改用另一生效日期').first().waitFor();
  await dialog.locator('button[type="submit"]:enabled').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await open(clerk.page, '/');
  expect(await clerk.page.getByRole('link', { name: '低保线' }).count()).toBe(0);
  expect([...clerk.faults, ...reviewer.faults]).toEqual([]);
});

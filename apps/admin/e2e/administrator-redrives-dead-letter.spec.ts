import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport, type EventTransport } from '@nuangong/event-bus';
import {
  caseFileActivated,
  caseFileExited,
  makeEvent,
  newEventId,
  type EventContract,
  type EventData,
  type EventEnvelope,
} from '@nuangong/events';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, picture, signInAs } from './browser.ts';
import { faultsOf } from './reading.ts';

/** A household of another county, years ago, which no table of later tests counts. */
const county = { id: newEventId(), path: '51/5101/510199/', code: '510199', name: '远山县总工会' };
const caseFileId = newEventId();
const householdId = newEventId();
const person = '欧阳彩云';

let browser: Browser;
let transport: EventTransport;

beforeAll(async () => {
  browser = await openBrowser();
  transport = createTransport(process.env);
  await transport.start();
});

afterAll(async () => {
  await browser?.close();
  await transport?.stop();
});

function eventOf<Contract extends EventContract>(
  contract: Contract,
  time: string,
  data: EventData<Contract>,
): EventEnvelope {
  return makeEvent(contract, data, {
    id: newEventId(),
    time: new Date(time),
    organizationPath: county.path,
    actor: 'case-records',
    requestId: newEventId(),
  });
}

const activated = () =>
  eventOf(caseFileActivated, '2020-03-01T02:00:00Z', {
    ...caseFileActivated.example,
    caseFileId,
    householdId,
    organization: county,
    activatedOn: '2020-03-01',
  });

const exited = () =>
  eventOf(caseFileExited, '2020-09-01T02:00:00Z', {
    caseFileId,
    householdId,
    organization: county,
    reason: 'AIDED',
    exitedOn: '2020-09-01',
  });

/** An event as a newer service would send it: in an unknown version, with a name in it. */
function fromTheFuture(): EventEnvelope {
  const event = exited();
  return { ...event, type: 'nuangong.case-file-exited.v9', data: { ...event.data, visitor: person } };
}

/** Publishes events and waits until reporting has handled them or made them dead letters. */
async function publish(...events: readonly EventEnvelope[]): Promise<void> {
  await transport.publish(events);
  while ((await transport.backlog('reporting', ['case-records'])).events > 0) await sleep(50);
}

const ticks = (page: Page) => page.getByRole('checkbox', { name: /^选择 / });
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('dead letters are listed, masked, and redriven after the cause is fixed; those that fail again stay', async () => {
  await publish(exited(), fromTheFuture());
  const { page, context, faults } = await signInAs(browser, 'city-admin');
  await open(page, '/events');
  const reporting = rowOf(page, '统计').first();
  await reporting.getByText('有死信').waitFor();
  await rowOf(page, '档案与救助').first().getByText('正常').waitFor();
  await reporting.getByRole('button', { name: /看死信/ }).click();
  await page.getByRole('link', { name: '退出档案 v9' }).waitFor();
  await ticks(page).nth(1).waitFor();
  expect(await ticks(page).count()).toBe(2);
  expect(await page.locator('main').innerText()).not.toContain(person);

  await page.getByRole('checkbox', { name: '选择本页全部' }).check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '再处理所选 2 条' }).click();
  await page.getByText('0 条已处理，2 条仍未处理').waitFor();
  expect(await page.getByRole('checkbox', { name: /^选择 /, checked: true }).count()).toBe(2);
  await page.getByText(/仍处理不了：CASE_FILE_EXITED builds on/).waitFor();
  await picture(page, 'dead-letters');

  await publish(activated());
  await page.getByRole('button', { name: '再处理所选 2 条' }).click();
  await page.getByText('1 条已处理，1 条仍未处理').waitFor();
  await page.getByRole('button', { name: '再处理所选 1 条' }).waitFor();
  await page.getByRole('link', { name: '退出档案', exact: true }).waitFor({ state: 'detached' });
  expect(await ticks(page).count()).toBe(1);

  await page.getByRole('link', { name: '退出档案 v9' }).click();
  await page.getByRole('heading', { level: 1, name: '退出档案 v9' }).waitFor();
  const payload = await page.getByRole('region', { name: '内容' }).innerText();
  expect(payload).toContain(caseFileId);
  expect(payload).toContain('"visitor": "***"');
  expect(payload).toContain('"reason": "***"');
  expect(payload).not.toContain(person);
  await page.getByText('No contract for nuangong.case-file-exited.v9').first().waitFor();
  await page
    .getByRole('region', { name: '出错位置' })
    .getByText(/at readEvent/)
    .waitFor();
  await page.getByRole('button', { name: '再处理这一条' }).click();
  await page
    .getByText(/仍处理不了：No contract for/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('link', { name: '返回事件' }).click();
  await page.getByLabel('情况').click();
  await page.getByRole('option', { name: '已再处理' }).click();
  const [name = ''] = /\S+$/u.exec(await page.locator('header').innerText()) ?? [];
  await rowOf(page, caseFileId).filter({ hasText: name }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('all dead letters of a type are redriven after a confirmation', async () => {
  const { page, context } = await signInAs(browser, 'city-admin');
  await open(page, '/events?service=reporting&type=nuangong.case-file-exited.v9');
  await page.getByRole('button', { name: '再处理“退出档案 v9”全部 1 条' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/一次至多 200 条/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^再处理/ }).click();
  await page.getByText('0 条已处理，1 条仍未处理 · 这一类还有 1 条').waitFor();
  await context.close();
});

test('a service that is down and one that hangs are marked, and the others stay listed', async () => {
  const { page, context } = await signInAs(browser, 'city-admin');
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON() as {
      operationName: string;
      variables: Readonly<Record<string, boolean>>;
    };
    if (operationName !== 'EventsOfService' || variables['identity'] === true) return route.fallback();
    if (variables['employmentLegal'] === true) return undefined;
    if (variables['funds'] !== true) return route.fallback();
    const errors = [{ message: 'down', extensions: { code: 'SERVICE_UNAVAILABLE' } }];
    return route.fulfill({ json: { data: { funds: null }, errors } });
  });
  await open(page, '/events');
  await rowOf(page, '资金').first().getByText('无法连接').waitFor();
  await rowOf(page, '档案与救助').first().getByText('正常').waitFor();
  await rowOf(page, '就业与维权').first().getByText('无法连接').waitFor();
  await context.close();
});

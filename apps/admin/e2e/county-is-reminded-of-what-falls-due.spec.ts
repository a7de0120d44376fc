import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, signInAs } from './browser.ts';
import { look } from './reading.ts';

const place = '510106 县总工会公示栏';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await letAPostingFallOverdue();
});

afterAll(() => browser?.close());

/**
 * A posting whose files were to be opened two weeks ago, as the service would have recorded it, with the scheduler’s
 * steps of every day until today.
 */
async function letAPostingFallOverdue(): Promise<void> {
  const client = new Client({ connectionString: process.env['CASE_RECORDS_OWNER_URL'] });
  await client.connect();
  await client.query(
    `begin; alter table public_posting no force row level security; alter table obligation no force row level security;
     alter table obligation_step no force row level security`,
  );
  await client.query(
    `with posted as (
       insert into public_posting (organization_path, organization_id, organization_name, place, starts_on, ends_on,
         working_days, provisional, published_by, published_by_name, published_at)
       select organization_path, id, name, $1, current_date - 24, current_date - 17, 5, false, uuidv7(), '周审核',
         current_date - 24 from organization where code = '510106' returning id, organization_path, ends_on
     )
     insert into obligation (organization_path, kind, roles, record_type, record_id, parts, due_on, remind_on,
       escalate_on, escalates_to, escalates_to_roles, next_on, opened_at)
     select organization_path, 'POSTING_ENDED', '{REVIEWER,APPROVER}', 'PublicPosting', id,
       jsonb_build_object('place', $1::text, 'to', ends_on::text), ends_on + 3, array[ends_on, ends_on + 3], ends_on + 4,
       '51/5101/', '{REVIEWER,APPROVER}', ends_on, current_date - 24 from posted`,
    [place],
  );
  await client.query('select * from take_obligation_steps(current_date, now())');
  await client.query(
    `alter table public_posting force row level security; alter table obligation force row level security;
     alter table obligation_step force row level security; commit`,
  );
  await client.end();
}

const row = (page: Page) => page.getByRole('row').filter({ hasText: place });

test('the county’s reviewer sees overdue and escalated obligations on the landing page, and opens a record', async () => {
  const { page, faults, context } = await signInAs(browser, '510106-reviewer');
  await page.getByRole('heading', { level: 2, name: '已逾期' }).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: '公示期满，建档' }).first();
  await line.getByText('已报上级 1').waitFor();
  await line.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: '应办事项' }).waitFor();
  for (const word of ['已逾期', '催办', '已报上级']) await row(page).getByText(word, { exact: true }).first().waitFor();
  await row(page)
    .getByText(/(?<!已)报上级/)
    .waitFor();
  expect(await look(page, 'obligations')).toEqual([]);
  await row(page).getByRole('link').click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: place }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('the city’s approver sees the escalated one; a clerk of another county does not', async () => {
  const city = await signInAs(browser, 'city-approver');
  await open(city.page, '/obligations');
  await row(city.page).waitFor();
  await city.context.close();
  const other = await signInAs(browser, '510105-clerk');
  await open(other.page, '/obligations');
  await other.page.getByText('没有应办事项').waitFor();
  expect(await row(other.page).count()).toBe(0);
  await other.context.close();
});

test('the auditor reads all obligations by kind, with their history, in English too', async () => {
  const { page, faults, context } = await signInAs(browser, 'city-auditor', {
    width: 1366,
    height: 768,
    language: 'en',
  });
  await open(page, '/obligations');
  await page.getByLabel('Kind').click();
  await page.getByRole('option', { name: 'Open the files of an ended posting' }).click();
  await row(page)
    .getByText(/Escalated/)
    .first()
    .waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('POSTING_ENDED');
  await page.getByLabel('State').click();
  await page.getByRole('option', { name: 'Ended' }).click();
  await row(page).waitFor({ state: 'detached' });
  expect(await look(page, 'obligations in English')).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('each unit has an obligation for the campaign’s table, by the specified day', async () => {
  const { page, context } = await signInAs(browser, '510106-statistics');
  await open(page, '/obligations');
  await page
    .getByRole('row')
    .filter({ hasText: '核对并上报统计表' })
    .getByText('2027-01-12')
    .waitFor({ timeout: 90_000 });
  await context.close();
});

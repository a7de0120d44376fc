import { afterAll, beforeAll, expect, test } from 'vitest';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { rememberSetting } from '@nuangong/organizations';
import { addDays, addWorkingDays, localDateAt } from '@nuangong/primitives';
import {
  approver,
  clerk,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { openMissingOfPostings } from './open-missing-of-postings.ts';

let service: CaseRecordsService;

beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service?.stop());

test('given a city’s posting period of seven working days, when a county posts files, then seven apply; without the setting, five', async () => {
  const today = localDateAt(new Date());
  const households = await registerHouseholds(service, clerk, [1, 2]);
  const ids = households.map(({ caseFileId }) => caseFileId);
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const post = async (caseFileId: string | undefined) => {
    const input = { place: '县总工会公示栏', from: today, caseFileIds: [caseFileId] };
    const { posting } = await service.command<{ posting: { id: string } }>(
      reviewer,
      'publishPosting',
      input,
      'posting { id }',
    );
    const [row] = await service.inspect<{ days: number; to: string }>(
      'select working_days as days, ends_on::text as to from public_posting where id = $1',
      [posting.id],
    );
    return row;
  };
  const announced = () => service.ask(reviewer, '{ postingWorkingDays }');
  expect(await announced()).toEqual({ postingWorkingDays: 5 });
  expect(await post(ids[0])).toEqual({ days: 5, to: addWorkingDays(today, 5) });
  await rememberSetting((sql, ...values) => service.inspect(sql, values), {
    organization: { id: organizationIdOf('5101'), path: '51/5101/' },
    kind: 'POSTING_WORKING_DAYS',
    value: 7,
    from: addDays(today, -1),
    setBy: reviewer.staffId,
    setAt: new Date().toISOString(),
  });
  expect(await announced()).toEqual({ postingWorkingDays: 7 });
  expect(await post(ids[1])).toEqual({ days: 7, to: addWorkingDays(today, 7) });
});

test('given a posting, then its files are to be opened within three working days after its end, and doing so meets it', async () => {
  const today = localDateAt(new Date());
  const [household] = await registerHouseholds(service, clerk, [3]);
  const ids = [household?.caseFileId ?? ''];
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const input = { place: '村口公示栏', from: today, caseFileIds: ids };
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    input,
    'posting { id to }',
  );
  const obligations = async () => {
    const { caseRecordsObligations: page } = await service.ask<{
      caseRecordsObligations: { items: readonly object[] };
    }>(
      reviewer,
      `query ($id: ID) { caseRecordsObligations(filter: { recordId: $id }) { items { kind title dueOn status metById address } } }`,
      { id: posting.id },
    );
    return page.items;
  };
  const to = addWorkingDays(today, 7);
  const expected = {
    kind: 'POSTING_ENDED',
    title: `村口公示栏，公示到 ${to}`,
    dueOn: addWorkingDays(to, 3),
    address: `/postings/${posting.id}`,
  };
  expect(await obligations()).toEqual([{ ...expected, status: 'OPEN', metById: null }]);
  await service.inspect('set session_replication_role = replica');
  await service.inspect(
    'update public_posting set starts_on = $2, ends_on = $3, published_at = $2::date where id = $1',
    [posting.id, addDays(today, -20), addDays(today, -1)],
  );
  await service.inspect('set session_replication_role = origin');
  const activated = await service.command(
    approver,
    'activatePosting',
    { postingId: posting.id },
    'problems { code } rows { ok problems { code } }',
  );
  expect(activated).toMatchObject({ problems: [], rows: [{ ok: true }] });
  expect(await obligations()).toEqual([{ ...expected, status: 'MET', metById: posting.id }]);
});

test('given a posting, when its last file leaves unopened, and not before, then its obligation ends', async () => {
  const today = localDateAt(new Date());
  const households = await registerHouseholds(service, clerk, [4, 5]);
  const ids = households.map(({ caseFileId }) => caseFileId);
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const input = { place: '厂门口公示栏', from: today, caseFileIds: ids };
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    input,
    'posting { id }',
  );
  const duty = () => service.inspect('select status, lapse_reason from obligation where record_id = $1', [posting.id]);
  const leave = (field: string, id: string | undefined) =>
    service.command(reviewer, field, { ids: [id], opinion: '材料有误' }, 'rows { ok }');
  expect(await leave('returnCaseFiles', ids[0])).toMatchObject({ rows: [{ ok: true }] });
  expect(await duty()).toEqual([{ status: 'OPEN', lapse_reason: null }]);
  expect(await leave('rejectCaseFiles', ids[1])).toMatchObject({ rows: [{ ok: true }] });
  expect(await duty()).toEqual([{ status: 'LAPSED', lapse_reason: 'RECORD_ENDED' }]);
});

test('given a posting older than obligations, then the task opens exactly one', async () => {
  const today = localDateAt(new Date());
  const [household] = await registerHouseholds(service, clerk, [6]);
  const ids = [household?.caseFileId ?? ''];
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const input = { place: '旧公示栏', from: today, caseFileIds: ids };
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    input,
    'posting { id }',
  );
  const duty = () =>
    service.inspect(
      `select organization_path as path, parts, due_on::text as due, status from obligation where record_id = $1`,
      [posting.id],
    );
  const opened = await duty();
  expect(opened).toMatchObject([{ status: 'OPEN' }]);
  await service.inspect('set session_replication_role = replica');
  await service.inspect('delete from obligation where record_id = $1', [posting.id]);
  await service.inspect('set session_replication_role = origin');
  const openMissing = () => openMissingOfPostings(service.service.database, new Date());
  await openMissing();
  await openMissing();
  expect(await duty()).toEqual(opened);
});

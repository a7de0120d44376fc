import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOfDocx } from '@nuangong/documents/testing';
import { addDays, localDateAt } from '@nuangong/primitives';
import {
  approver,
  clerk,
  confirmPosting,
  otherClerk,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service?.stop());

test('given a posting, then its list is a Word document of names and units without identity numbers, and that is audited', async () => {
  const households = await registerHouseholds(service, clerk, [1, 2, 3]);
  const ids = households.map(({ caseFileId }) => caseFileId);
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const input = {
    place: '县总工会公示栏',
    from: localDateAt(new Date()),
    caseFileIds: ids,
    objectionPhone: '0826-1234567',
  };
  const { posting } = await service.command<{
    posting: { id: string; listUrl: string; names: { name: string; maskedIdentityNumber: string }[] };
  }>(reviewer, 'publishPosting', input, 'posting { id listUrl names { name maskedIdentityNumber } }');
  const answer = await service.download(clerk, posting.listUrl);
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('公示名单-');
  const text = await textOfDocx(Buffer.from(await answer.arrayBuffer()));
  expect(text).toContain('青禾县总工会拟将下列 3 户困难职工家庭');
  expect(text).toContain('公示地点：县总工会公示栏');
  expect(text).toContain('青禾县总工会（电话：0826-1234567）反映');
  for (const { name, maskedIdentityNumber } of posting.names) {
    expect(text).toContain(name);
    expect(text).toContain(maskedIdentityNumber);
  }
  const people = await service.inspect<{ name: string }>('select head_name as name from household');
  for (const { name } of people) expect(text).toContain(name);
  expect(text).not.toMatch(/\d{17}[\dX]/);
  expect((await service.download(otherClerk, posting.listUrl)).status).toBe(404);
  const printed = await service.inspect("select from audit_entry where action = 'posting.print' and record_id = $1", [
    posting.id,
  ]);
  expect(printed).toHaveLength(1);
});

test('given a posting with a mistake, it is withdrawn with the reason: kept, its files wait to be posted, all or none', async () => {
  const ids = (await registerHouseholds(service, clerk, [11, 12])).map(({ caseFileId }) => caseFileId);
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const publish = (place: string) =>
    service.command<{ posting: { id: string } }>(
      reviewer,
      'publishPosting',
      { place, from: localDateAt(new Date()), caseFileIds: ids },
      'posting { id }',
    );
  const { posting } = await publish('县总工会二楼');
  const withdraw = (reason: string) =>
    service.command<{ problems: { code: string; message: string }[] }>(
      reviewer,
      'withdrawPosting',
      { postingId: posting.id, reason },
      'problems { code message } posting { id }',
    );
  expect((await withdraw(' ')).problems).toMatchObject([{ code: 'TEXT_MISSING' }]);
  const statuses = () => service.inspect('select distinct status from case_file where id = any($1::uuid[])', [ids]);
  expect(await statuses()).toEqual([{ status: 'POSTED' }]);
  expect((await withdraw('公示地点写错')).problems).toEqual([]);
  expect(await statuses()).toEqual([{ status: 'COUNTY_REVIEW' }]);
  const again = await withdraw('公示地点写错');
  expect(again.problems).toMatchObject([
    { code: 'POSTING_WITHDRAWN', message: expect.stringMatching(new RegExp(`^${reviewer.name}于 .* 已撤回`)) },
  ]);
  const seen = await service.ask<{ posting: object }>(
    clerk,
    'query($id: ID!) { posting(id: $id) { status withdrawnBy withdrawnReason mayWithdraw } }',
    { id: posting.id },
  );
  expect(seen.posting).toEqual({
    status: 'WITHDRAWN',
    withdrawnBy: reviewer.name,
    withdrawnReason: '公示地点写错',
    mayWithdraw: false,
  });
  const duty = await service.inspect('select status from obligation where record_id = $1', [posting.id]);
  expect(duty).toEqual([{ status: 'LAPSED' }]);
  await publish('县总工会公示栏');
  expect(await statuses()).toEqual([{ status: 'POSTED' }]);
});

test('a posting of which a file is active is not withdrawn, by the program or by the database', async () => {
  const [file] = await registerHouseholds(service, clerk, [13]);
  const ids = [file?.caseFileId ?? ''];
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const from = addDays(localDateAt(new Date()), -20);
  const input = { place: '县总工会公示栏', from, caseFileIds: ids };
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    input,
    'posting { id }',
  );
  await confirmPosting(service, posting.id);
  await service.command(approver, 'activatePosting', { postingId: posting.id }, 'rows { ok }');
  const refused = await service.command<{ problems: { code: string }[] }>(
    reviewer,
    'withdrawPosting',
    { postingId: posting.id, reason: '公示地点写错' },
    'problems { code }',
  );
  expect(refused.problems).toMatchObject([{ code: 'POSTING_OPENED' }]);
});

test('postings are listed by what waits: an unanswered objection, a late entry to be confirmed by another', async () => {
  const waiting = async (actor: typeof clerk, waits: string) => {
    const { postings } = await service.ask<{ postings: { items: { id: string }[] } }>(
      actor,
      'query ($waits: PostingWait!) { postings(filter: { waits: $waits }, perPage: 100) { items { id } } }',
      { waits },
    );
    return postings.items.map(({ id }) => id);
  };
  const ids = (await registerHouseholds(service, clerk, [31, 32])).map(({ caseFileId }) => caseFileId);
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  const publish = async (from: string, caseFileIds: readonly string[]) =>
    (
      await service.command<{ posting: { id: string } }>(
        reviewer,
        'publishPosting',
        { place: '县总工会公示栏', from, caseFileIds },
        'posting { id }',
      )
    ).posting.id;
  const today = localDateAt(new Date());
  const running = await publish(today, ids.slice(0, 1));
  const late = await publish(addDays(today, -14), ids.slice(1));
  expect(await waiting(approver, 'TO_CONFIRM')).toEqual([late]);
  expect(await waiting(reviewer, 'TO_CONFIRM')).toEqual([]);
  expect(await waiting(approver, 'TO_OPEN')).toEqual([]);
  await service.command(
    clerk,
    'recordObjection',
    { caseFileId: ids[0], raisedBy: '邻居', text: '收入不实' },
    'objection { id }',
  );
  expect(await waiting(approver, 'OBJECTION')).toEqual([running]);
  await confirmPosting(service, late);
  expect(await waiting(approver, 'TO_CONFIRM')).toEqual([]);
  expect(await waiting(approver, 'TO_OPEN')).toEqual([late]);
  expect(await waiting(otherClerk, 'TO_OPEN')).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOfDocx } from '@nuangong/documents/testing';
import { localDateAt } from '@nuangong/primitives';
import {
  clerk,
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
  const input = { place: '县总工会公示栏', from: localDateAt(new Date()), caseFileIds: ids };
  const { posting } = await service.command<{
    posting: { id: string; listUrl: string; names: { name: string; maskedIdentityNumber: string }[] };
  }>(reviewer, 'publishPosting', input, 'posting { id listUrl names { name maskedIdentityNumber } }');
  const answer = await service.download(clerk, posting.listUrl);
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('公示名单-');
  const text = await textOfDocx(Buffer.from(await answer.arrayBuffer()));
  expect(text).toContain('青禾县总工会拟将下列 3 户困难职工家庭');
  expect(text).toContain('公示地点：县总工会公示栏');
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

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, localDateAt, valueOf } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import {
  approver,
  clerk,
  confirmPosting,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { publishPosting } from './publish-posting.ts';

let service: CaseRecordsService;

beforeAll(async () => {
  service = await startCaseRecords();
});

afterAll(() => service?.stop());

async function reviewed(numbers: readonly number[]): Promise<readonly string[]> {
  const ids = (await registerHouseholds(service, clerk, [...numbers])).map(({ caseFileId }) => caseFileId);
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  return ids;
}

const today = localDateAt(new Date());
const withdraw = (postingId: string) =>
  service.command(reviewer, 'withdrawPosting', { postingId, reason: '地点写错' }, 'posting { id }');
const codesOf = (answer: { readonly problems: readonly { readonly code: string }[] }) =>
  answer.problems.map(({ code }) => code);

const names =
  'query($id: ID!) { posting(id: $id) { caseFileCount postedCount mayWithdraw names { caseFileId leftFor } } }';

interface Seen {
  readonly posting: {
    readonly caseFileCount: number;
    readonly postedCount: number;
    readonly mayWithdraw: boolean;
    readonly names: readonly { readonly caseFileId: string; readonly leftFor: string | null }[];
  };
}

async function publish(ids: readonly string[], from = today): Promise<string> {
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    { place: '县总工会公示栏', from, caseFileIds: ids },
    'posting { id }',
  );
  return posting.id;
}

/** Posted long ago, with a photograph and confirmed: it can be opened and withdrawn today. */
async function publishEnded(ids: readonly string[]): Promise<string> {
  const id = await publish(ids, addDays(today, -20));
  await confirmPosting(service, id);
  return id;
}

const activate = (postingId: string) =>
  service.command<{ rows: readonly { ok: boolean; problems: readonly { code: string }[] }[] }>(
    approver,
    'activatePosting',
    { postingId },
    'rows { ok problems { code } }',
  );

async function object(caseFileId: string): Promise<string> {
  const { objection } = await service.command<{ objection: { id: string } }>(
    clerk,
    'recordObjection',
    { caseFileId, raisedBy: '邻居', text: '有两套房' },
    'objection { id }',
  );
  return objection.id;
}

const uphold = (objectionId: string) =>
  service.command(approver, 'answerObjection', { objectionId, finding: '属实', upheld: true }, 'objection { id }');

test('given an upheld objection, the posting is withdrawn only after its household was returned', async () => {
  const ids = await reviewed([1, 2]);
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    { place: '一楼', from: addDays(today, -20), caseFileIds: ids },
    'posting { id }',
  );
  const { objection } = await service.command<{ objection: { id: string } }>(
    clerk,
    'recordObjection',
    { caseFileId: ids[0], raisedBy: '邻居', text: '有两套房' },
    'objection { id }',
  );
  const answer = { objectionId: objection.id, finding: '属实', upheld: true };
  expect(codesOf(await service.command(approver, 'answerObjection', answer, 'objection { id }'))).toEqual([]);
  expect(codesOf(await withdraw(posting.id))).toEqual(['OBJECTION_UPHELD']);
  await service.command(reviewer, 'returnCaseFiles', { ids: [ids[0]], opinion: '核实住房' }, 'rows { ok }');
  expect(codesOf(await withdraw(posting.id))).toEqual([]);
});

test('given a posting withdrawn between two pieces of a long list, the later piece is refused', async () => {
  const [first = '', second = ''] = await reviewed([3, 4]);
  const context = {
    actor: reviewer,
    requestId: crypto.randomUUID(),
    database: service.service.database,
    parts: service.parts,
  } as unknown as CaseRecordsContext;
  const piece = (id: string) => ({ place: '二楼', from: today, caseFileIds: [id] });
  const { posting } = valueOf(await publishPosting(context, piece(first)));
  expect(codesOf(await withdraw(posting.id))).toEqual([]);
  expect(await publishPosting(context, piece(second), { into: posting.id })).toMatchObject({
    ok: false,
    problems: [{ code: 'POSTING_WITHDRAWN' }],
  });
});

test('given a withdrawal and an opening at once, then one of them is refused', async () => {
  const postingId = await publishEnded(await reviewed([11, 12]));
  await service.inspect('begin');
  await service.inspect('select from public_posting where id = $1 for update', [postingId]);
  const both = Promise.all([withdraw(postingId), activate(postingId)]);
  await expect
    .poll(() => service.inspect('select from pg_locks where not granted'), { timeout: 10_000 })
    .toHaveLength(2);
  await service.inspect('commit');
  const [withdrawn, opened] = await both;
  const refused = [...codesOf(withdrawn), ...codesOf(opened)];
  expect([['POSTING_OPENED'], ['POSTING_WITHDRAWN']]).toContainEqual(refused);
});

test('given a posting that opened a file, then it is not withdrawn after the file was suspended either', async () => {
  const [id = '', other = ''] = await reviewed([13, 14]);
  const postingId = await publishEnded([id, other]);
  await object(other);
  expect((await activate(postingId)).rows.map(({ ok }) => ok).sort()).toEqual([false, true]);
  await service.command(reviewer, 'suspendCaseFile', { caseFileId: id, reason: '核查收入' }, 'caseFile { id }');
  expect(codesOf(await withdraw(postingId))).toEqual(['POSTING_OPENED']);
  const byHand = `update public_posting set withdrawn_by = $2, withdrawn_by_name = '甲', withdrawn_at = now(),
    withdrawn_reason = '错' where id = $1`;
  await expect(service.attack(reviewer, byHand, [postingId, reviewer.staffId])).rejects.toThrow(
    'public_posting_opened_stays',
  );
});

test('given a withdrawn posting whose files are posted again, then both keep who hung on them and what became of it', async () => {
  const [returned = '', again = ''] = await reviewed([21, 22]);
  const first = await publish([returned, again]);
  await service.command(reviewer, 'returnCaseFiles', { ids: [returned], opinion: '缺病历' }, 'rows { ok }');
  const see = async (id: string, actor = reviewer) => (await service.ask<Seen>(actor, names, { id })).posting;
  expect(await see(first)).toMatchObject({ caseFileCount: 2, postedCount: 1, mayWithdraw: true });
  expect(codesOf(await withdraw(first))).toEqual([]);
  const second = await publish([again]);
  expect(await see(first)).toEqual({
    caseFileCount: 2,
    postedCount: 0,
    mayWithdraw: false,
    names: [
      { caseFileId: returned, leftFor: 'RETURNED' },
      { caseFileId: again, leftFor: 'COUNTY_REVIEW' },
    ],
  });
  expect(await see(second)).toMatchObject({ caseFileCount: 1, names: [{ caseFileId: again, leftFor: null }] });
  const { caseFiles } = await service.ask<{ caseFiles: { total: number } }>(
    clerk,
    'query($id: ID!) { caseFiles(filter: { postingId: $id }) { total } }',
    { id: first },
  );
  expect(caseFiles.total).toBe(2);
  await expect(service.attack(reviewer, 'delete from posting_file where posting_id = $1', [first])).rejects.toThrow(
    'posting_file_by_steps',
  );
});

test('given a posting without posted files, then there is nothing to withdraw', async () => {
  const ids = await reviewed([23]);
  const postingId = await publish(ids);
  await service.command(reviewer, 'returnCaseFiles', { ids, opinion: '缺病历' }, 'rows { ok }');
  expect((await service.ask<Seen>(reviewer, names, { id: postingId })).posting.mayWithdraw).toBe(false);
  expect(codesOf(await withdraw(postingId))).toEqual(['POSTING_EMPTY']);
});

test('given a withdrawn posting, then it is neither printed nor photographed, and the timeline says so', async () => {
  const [id = ''] = await reviewed([24]);
  const postingId = await publish([id]);
  await withdraw(postingId);
  const refusal = { problems: [{ code: 'POSTING_WITHDRAWN' }] };
  const printed = await service.download(reviewer, `/files/case-records/postings/${postingId}/list.docx`);
  expect([printed.status, await printed.json()]).toMatchObject([409, refusal]);
  const photo = { name: '公示栏.pdf', content: Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n') };
  const sent = await service.upload(reviewer, `/files/case-records/postings/${postingId}/photos`, photo);
  expect([sent.status, await sent.json()]).toMatchObject([409, refusal]);
  const byHand = `insert into posting_photo (organization_path, posting_id, file_name, content_type, size, sha256,
    uploaded_by, uploaded_by_name, uploaded_at) values ($1, $2, 'a', 'image/png', 1, repeat('0', 64), $3, '甲', now())`;
  await expect(service.attack(reviewer, byHand, [reviewer.scope, postingId, reviewer.staffId])).rejects.toThrow(
    'posting_photo_of_posting_in_force',
  );
  const { caseFile } = await service.ask<{
    caseFile: { household: { caseTimeline: readonly { title: string; detail: string; actor: string }[] } };
  }>(clerk, `query($id: ID!) { caseFile(id: $id) { household { caseTimeline { title detail actor } } } }`, { id });
  const steps = caseFile.household.caseTimeline.slice(0, 2);
  expect(steps).toMatchObject([
    { title: '公示已撤回', detail: '地点写错', actor: reviewer.name },
    { title: '档案：公示（后已撤回）' },
  ]);
});

test('given an objection upheld after its posting was withdrawn, then the file is not opened by the next one either', async () => {
  const [id = '', quiet = ''] = await reviewed([31, 32]);
  const first = await publish([id, quiet]);
  const objectionId = await object(id);
  await withdraw(first);
  const second = await publishEnded([id, quiet]);
  expect(codesOf(await uphold(objectionId))).toEqual([]);
  const takeDown = `update public_posting set withdrawn_by = $2, withdrawn_by_name = '甲', withdrawn_at = now(),
    withdrawn_reason = '错' where id = $1`;
  await expect(service.attack(reviewer, takeDown, [second, reviewer.staffId])).rejects.toThrow(
    'public_posting_objection_upheld',
  );
  expect((await activate(second)).rows.flatMap(({ problems }) => problems)).toMatchObject([
    { code: 'OBJECTION_UPHELD' },
  ]);
  const open = `update case_file set status = 'ACTIVE', activated_by = $2, updated_at = now() where id = $1`;
  await expect(service.attack(approver, open, [id, approver.staffId])).rejects.toThrow('case_file_objection_upheld');
  const decide = (name: string, opinion?: string) =>
    service.command(name === 'submitCaseFiles' ? clerk : reviewer, name, { ids: [id], opinion }, 'rows { ok }');
  await decide('returnCaseFiles', '核实住房');
  await decide('submitCaseFiles');
  await decide('passCaseFiles');
  expect((await activate(await publishEnded([id]))).rows).toMatchObject([{ ok: true }]);
});

test('given postings of before their files were kept, then the migration finds who hung on them', async () => {
  const migration = new URL('../../../prisma/migrations/20261201001101_posting_files/migration.sql', import.meta.url);
  const filling = /^with posted as[\s\S]*?from placed;$/m.exec(readFileSync(migration, 'utf8'))?.[0] ?? '';
  const kept = () =>
    service.inspect('select posting_id, case_file_id, left_for from posting_file order by case_file_id, posted_at');
  const before = await kept();
  expect(before.length).toBeGreaterThan(10);
  await service.inspect('begin');
  await service.inspect('set local session_replication_role = replica');
  await service.inspect('delete from posting_file');
  await service.inspect(filling);
  const found = await kept();
  await service.inspect('rollback');
  expect(found).toEqual(before);
});

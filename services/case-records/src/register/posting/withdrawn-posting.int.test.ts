import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, localDateAt, valueOf } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import {
  approver,
  clerk,
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

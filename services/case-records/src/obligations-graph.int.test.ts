import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf, prismaSql } from '@nuangong/database';
import { openObligations } from '@nuangong/obligations';
import { addDays, localDateAt } from '@nuangong/primitives';
import { otherReviewer, reviewer, startCaseRecords, type CaseRecordsService } from './testing/case-records-service.ts';

let service: CaseRecordsService;
const now = new Date();
const today = localDateAt(now);

beforeAll(async () => {
  service = await startCaseRecords();
  const wanted = Array.from({ length: 60 }, (_, place) => ({
    organizationPath: reviewer.scope,
    recordId: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    from: addDays(today, place),
    parts: { place: `第 ${place} 处`, to: addDays(today, place) },
  }));
  await service.service.database.transaction(identityOf(reviewer), (tx) =>
    openObligations(prismaSql(tx), 'POSTING_ENDED', wanted, now),
  );
});
afterAll(() => service?.stop());

const pageOf = async (perPage: number) => {
  const before = service.service.database.statements();
  const { page, counts } = await service.ask<{
    page: { total: number; items: readonly { title: string; history: readonly object[] }[] };
    counts: readonly object[];
  }>(
    reviewer,
    `query ($perPage: Int) {
       page: caseRecordsObligations(perPage: $perPage) { total items { title organizationName history { kind at } } }
       counts: caseRecordsObligationCounts { kind total overdue nextDueOn } }`,
    { perPage },
  );
  return { page, counts, statements: service.service.database.statements() - before };
};

test('a page of obligations with their history and counts takes as many statements for five rows as for fifty', async () => {
  const [few, many] = [await pageOf(5), await pageOf(50)];
  expect([few.page.items.length, many.page.items.length]).toEqual([5, 50]);
  expect(many.page.items.every(({ history }) => history.length === 1)).toBe(true);
  expect(many.statements).toBe(few.statements);
  expect(many.counts).toMatchObject([{ kind: 'POSTING_ENDED', total: 60, overdue: 0 }]);
  expect(many.page.total).toBe(60);
});

test('another county sees none of it, not even when it asks for everybody’s', async () => {
  const { page } = await service.ask<{ page: { total: number } }>(
    otherReviewer,
    '{ page: caseRecordsObligations(filter: { everybody: true }) { total } }',
  );
  expect(page.total).toBe(0);
});

test('each kind counted comes with its five earliest obligations', async () => {
  const { counts, page } = await service.ask<{
    counts: readonly { first: readonly { id: string }[] }[];
    page: { items: readonly { id: string }[] };
  }>(
    reviewer,
    `{ counts: caseRecordsObligationCounts { first { id dueOn title } }
       page: caseRecordsObligations(perPage: 5) { items { id } } }`,
  );
  expect(counts.map(({ first }) => first.map(({ id }) => id))).toEqual([page.items.map(({ id }) => id)]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  baseClerk,
  clerk,
  householdInput,
  identityNumber,
  otherClerk,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

const start = new Date('2026-12-08T02:00:00Z');
let service: CaseRecordsService;
let now = start;
beforeAll(async () => {
  service = await startCaseRecords(() => now);
});
afterAll(() => service.stop());
beforeEach(() => {
  now = start;
});

const afterDays = (days: number): void => {
  now = new Date(start.getTime() + days * 86_400_000);
};

interface Registered {
  readonly household: {
    readonly id: string;
    readonly caseFile: { readonly id: string; readonly version: number };
  } | null;
}
const fresh = (actor: typeof clerk): typeof clerk => ({ ...actor, staffId: crypto.randomUUID() });
const register = (actor: typeof clerk, serial: number, more: object = {}) =>
  service.command<Registered>(
    fresh(actor),
    'registerHousehold',
    householdInput(serial, more),
    'household { id caseFile { id version } }',
  );
const codes = (answer: { readonly problems: readonly { readonly code: string }[] }) =>
  answer.problems.map(({ code }) => code);
const marked = async (actor: typeof clerk, mark: string) => {
  const { households } = await service.ask<{ households: { items: { id: string; marks: string[] }[] } }>(
    actor,
    'query($mark: HouseholdMark!) { households(filter: { mark: $mark }) { items { id marks } } }',
    { mark },
  );
  return households.items;
};
const rowCodes = async (actor: typeof clerk, name: string, id: string | undefined, more: object = {}) => {
  const { rows } = await service.command<{ rows: { problems: { code: string }[] }[] }>(
    actor,
    name,
    { ids: [id], ...more },
    'rows { problems { code } }',
  );
  return rows.flatMap((row) => codes(row));
};
const asked = (actor: typeof clerk, serial: number) =>
  service.ask<{ registeredElsewhere: { registered: boolean } }>(
    fresh(actor),
    'query($n: String!) { registeredElsewhere(identityNumber: $n) { registered } }',
    { n: identityNumber(serial) },
  );

test('a draft bars the family in another county until thirty days after its last change', async () => {
  const squatting = await register(clerk, 1, {
    members: [{ name: '周小明', relation: '子', identityNumber: identityNumber(2) }],
  });
  afterDays(29);
  expect(codes(await register(otherClerk, 1))).toEqual(['REGISTERED_ELSEWHERE']);
  expect(codes(await register(otherClerk, 2))).toEqual(['REGISTERED_ELSEWHERE']);
  expect(await marked(clerk, 'UNTOUCHED_DRAFT')).toEqual([]);
  afterDays(31);
  expect(await marked(clerk, 'UNTOUCHED_DRAFT')).toEqual([{ id: squatting.household?.id, marks: ['UNTOUCHED_DRAFT'] }]);
  expect(await asked(otherClerk, 1)).toEqual({ registeredElsewhere: { registered: false } });
  const real = await register(otherClerk, 1, { headName: '周艳明' });
  expect(codes(real)).toEqual([]);
  expect(await marked(clerk, 'UNTOUCHED_DRAFT')).toEqual([]);
  expect(await marked(clerk, 'LET_GO')).toEqual([{ id: squatting.household?.id, marks: ['LET_GO'] }]);
  expect(await marked(otherClerk, 'LET_GO')).toEqual([]);
  expect(await rowCodes(clerk, 'submitCaseFiles', squatting.household?.caseFile.id)).toEqual(['REGISTERED_ELSEWHERE']);
  const changed = await service.command(
    clerk,
    'changeHousehold',
    {
      householdId: squatting.household?.id,
      version: 1,
      why: '补正',
      declaredSize: 3,
      monthlyIncomePerCapita: '300',
      causes: ['SCHOOLING'],
      members: [{ name: '周小明', relation: '子' }],
    },
    'household { id }',
  );
  expect(codes(changed)).toEqual(['REGISTERED_ELSEWHERE']);
});

test('changed again, it bars again; its own unit reopens it and creates no second one', async () => {
  const { household } = await register(clerk, 10);
  afterDays(20);
  const touch = {
    householdId: household?.id,
    version: 1,
    why: '补录',
    declaredSize: 3,
    monthlyIncomePerCapita: '310',
    causes: ['SCHOOLING'],
  };
  expect(codes(await service.command(clerk, 'changeHousehold', touch, 'household { id }'))).toEqual([]);
  afterDays(45);
  expect(codes(await register(otherClerk, 10))).toEqual(['REGISTERED_ELSEWHERE']);
  afterDays(60);
  expect(codes(await register(clerk, 10))).toEqual(['ALREADY_REGISTERED']);
});

test('a released draft whose people are nowhere else is restored when it is submitted', async () => {
  const { household } = await register(clerk, 20);
  afterDays(40);
  const other = await register(otherClerk, 20);
  expect(codes(other)).toEqual([]);
  const rejecter = { ...reviewer, scope: otherClerk.scope, organizationId: otherClerk.organizationId };
  expect(await rowCodes(otherClerk, 'submitCaseFiles', other.household?.caseFile.id)).toEqual([]);
  expect(await rowCodes(rejecter, 'rejectCaseFiles', other.household?.caseFile.id, { opinion: '不符合' })).toEqual([]);
  expect(await rowCodes(clerk, 'submitCaseFiles', household?.caseFile.id)).toEqual([]);
  expect(codes(await register(otherClerk, 20))).toEqual(['REGISTERED_ELSEWHERE']);
});

test('a rejected household bars nobody; a file in progress bars without a time limit', async () => {
  const under = await register(baseClerk, 30);
  expect(await rowCodes(baseClerk, 'submitCaseFiles', under.household?.caseFile.id)).toEqual([]);
  afterDays(90);
  expect(codes(await register(otherClerk, 30))).toEqual(['REGISTERED_ELSEWHERE']);
  expect(await rowCodes(reviewer, 'rejectCaseFiles', under.household?.caseFile.id, { opinion: '不符合' })).toEqual([]);
  expect(codes(await register(otherClerk, 30))).toEqual([]);
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { masterKeys, readKey, reindex } from '@nuangong/sealing';
import {
  approver,
  clerk,
  householdInput,
  identityNumber,
  otherClerk,
  otherReviewer,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

const fresh = (actor: typeof clerk): typeof clerk => ({ ...actor, staffId: crypto.randomUUID() });
async function register(actor: typeof clerk, serial: number, more: object): Promise<string> {
  const input = householdInput(serial, { headName: '阿依·古丽', phone: null, bankAccount: null, ...more });
  const answer = await service.command<{ household: { id: string } | null }>(
    fresh(actor),
    'registerHousehold',
    input,
    'household { id }',
  );
  expect(answer.problems).toEqual([]);
  return answer.household?.id ?? '';
}

interface Doubles {
  readonly marks: readonly string[];
  readonly suspectedDoubles: readonly {
    readonly id: string;
    readonly elsewhere: boolean;
    readonly samePhone: boolean;
    readonly sameAccount: boolean;
    readonly household: { readonly id: string } | null;
    readonly answer: { readonly why: string; readonly staffName: string } | null;
  }[];
}
const doublesOf = async (actor: typeof clerk, id: string): Promise<Doubles> => {
  const { household } = await service.ask<{ household: Doubles }>(
    actor,
    `query($id: ID!) { household(id: $id) { marks
       suspectedDoubles { id elsewhere samePhone sameAccount household { id } answer { why staffName } } } }`,
    { id },
  );
  return household;
};

// Numbers with one birth date: a person with two documents has the same in both.
const [first, second, third, stranger] = [1, 2, 3, 1500] as const;

test('the same name and birth date with one telephone or account is shown to both sides; across counties only the fact', async () => {
  const one = await register(clerk, first, { phone: '18586594364' });
  const other = await register(clerk, second, { phone: '185 8659 4364', headName: '阿依・古丽' });
  const away = await register(otherClerk, third, { phone: '13900009999', bankAccount: '6222020000000001234' });
  expect(identityNumber(first).slice(6, 14)).toBe(identityNumber(third).slice(6, 14));
  expect(await doublesOf(reviewer, one)).toMatchObject({
    marks: ['SAME_PERSON_SUSPECTED'],
    suspectedDoubles: [
      { elsewhere: false, samePhone: true, sameAccount: false, household: { id: other }, answer: null },
    ],
  });
  expect((await doublesOf(reviewer, other)).suspectedDoubles).toMatchObject([{ household: { id: one } }]);
  expect((await doublesOf(otherReviewer, away)).suspectedDoubles).toEqual([]);
  const account = { householdId: one, bankAccount: '6222020000000001234', why: '补录' };
  expect((await service.command(clerk, 'correctPayee', account, 'correction { id }')).problems).toEqual([]);
  const seen = await doublesOf(approver, one);
  expect(seen.suspectedDoubles).toHaveLength(2);
  expect(seen.suspectedDoubles.find(({ elsewhere }) => elsewhere)).toMatchObject({
    samePhone: false,
    sameAccount: true,
    household: null,
  });
  expect((await doublesOf(otherReviewer, away)).suspectedDoubles).toMatchObject([{ elsewhere: true, household: null }]);
});

test('another birth date or name, or the same number, is not a duplicate', async () => {
  const same = await register(clerk, stranger, { phone: '18586594364' });
  const named = await register(clerk, 4, { phone: '18586594364', headName: '别名乙' });
  expect(identityNumber(stranger).slice(6, 14)).not.toBe(identityNumber(first).slice(6, 14));
  expect([await doublesOf(reviewer, same), await doublesOf(reviewer, named)]).toEqual([
    { marks: [], suspectedDoubles: [] },
    { marks: [], suspectedDoubles: [] },
  ]);
});

test('is answered with a reason, by a reviewer, an approver or a head of finance; each side separately', async () => {
  const { households } = await service.ask<{ households: { items: { id: string }[] } }>(
    reviewer,
    '{ households(filter: { mark: SAME_PERSON_SUSPECTED }) { items { id } } }',
  );
  expect(households.items).toHaveLength(2);
  const one = households.items[0]?.id ?? '';
  const before = await doublesOf(reviewer, one);
  const answer = (actor: typeof clerk, doubleId: string | undefined, why: string) =>
    service.command(actor, 'answerSuspectedDouble', { householdId: one, doubleId, why }, 'household { id }');
  const [double] = before.suspectedDoubles;
  expect((await answer(clerk, double?.id, '同名')).problems.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  const [registrar] = await service.inspect<{ id: string }>('select registered_by as id from household where id = $1', [
    one,
  ]);
  const lent = { ...reviewer, staffId: registrar?.id ?? '' };
  expect((await answer(lent, double?.id, '同名')).problems.map(({ code }) => code)).toEqual(['OWN_WORK']);
  expect((await answer(reviewer, double?.id, ' ')).problems).toEqual([{ code: 'TEXT_MISSING', field: 'why' }]);
  expect((await answer(reviewer, crypto.randomUUID(), '同名')).problems).toEqual([
    { code: 'NOT_FOUND', field: 'doubleId' },
  ]);
  for (const { id } of before.suspectedDoubles)
    expect((await answer(reviewer, id, '双胞胎，已核对户口本')).problems).toEqual([]);
  const after = await doublesOf(reviewer, one);
  expect(after.marks).toEqual([]);
  for (const each of after.suspectedDoubles)
    expect(each.answer).toEqual({ why: '双胞胎，已核对户口本', staffName: '李建国' });
  await expect(service.attack(clerk, `update same_person_answer set why = 'x'`)).rejects.toThrow('append-only');
});

test('telephones and accounts are indexed, and reindexed under another key', async () => {
  const { parts, service: running, databases } = service;
  const options = {
    service: 'case-records' as const,
    ownerUrl: databases.ownerUrl,
    masters: masterKeys(readKey(running.environment.FIELD_KEY, 'FIELD_KEY')),
    cipher: 'AES256GCM' as const,
    key: parts.blindIndexKey,
  };
  const [counted] = await service.inspect(
    `select count(*) filter (where (phone_index is null) <> (sealed_phone is null))::int as phones,
       count(*) filter (where (account_index is null) <> (sealed_bank_account is null))::int as accounts from person`,
  );
  expect(counted).toEqual({ phones: 0, accounts: 0 });
  const before = await service.inspect('select phone_index from person order by id');
  const key = readKey(randomBytes(32).toString('base64'), 'other');
  await reindex({ ...options, key, before: parts.blindIndexKey });
  expect(await service.inspect('select phone_index from person order by id')).not.toEqual(before);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personPlace } from '../person/person-place.ts';
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

let service: CaseRecordsService;
let now = new Date('2026-12-08T02:00:00Z');
beforeAll(async () => {
  service = await startCaseRecords(() => now);
});
afterAll(() => service.stop());

interface Registered {
  readonly household: { readonly id: string; readonly caseFile: { readonly id: string } } | null;
}

const fresh = (actor: typeof clerk): typeof clerk => ({ ...actor, staffId: crypto.randomUUID() });
const register = (actor: typeof clerk, input: object) =>
  service.command<Registered>(actor, 'registerHousehold', input, 'household { id caseFile { id } }');
const member = (serial: number, more: object = {}) => ({
  name: '生人甲',
  relation: '子女',
  identityNumber: identityNumber(serial),
  ...more,
});

async function end(actor: typeof clerk, judge: typeof clerk, caseFileId: string): Promise<void> {
  await service.command(actor, 'submitCaseFiles', { ids: [caseFileId] }, 'rows { problems { code } }');
  const { rows } = await service.command<{ rows: { problems: { code: string }[] }[] }>(
    judge,
    'rejectCaseFiles',
    { ids: [caseFileId], opinion: '不符合条件' },
    'rows { problems { code } }',
  );
  expect(rows).toEqual([{ problems: [] }]);
}

describe('the number of another county’s person, typed for a member', () => {
  test('is refused only with “registered elsewhere”, and counts as asked, as for a head', async () => {
    await register(clerk, householdInput(1, { headName: '真名甲', members: [member(2, { name: '真名乙' })] }));
    const prober = fresh(otherClerk);
    const strangers = [member(1), member(2)];
    const { problems, household } = await register(prober, householdInput(3, { members: strangers, declaredSize: 3 }));
    expect(household).toBeNull();
    expect(problems).toEqual([
      { code: 'REGISTERED_ELSEWHERE', field: 'members.0.identityNumber' },
      { code: 'REGISTERED_ELSEWHERE', field: 'members.1.identityNumber' },
    ]);
    const asked = await service.inspect('select 1 from identity_asking where staff_id = $1', [prober.staffId]);
    expect(asked).toHaveLength(3);
  });

  test('is refused the same in a changed household', async () => {
    const prober = fresh(otherClerk);
    const { household } = await register(prober, householdInput(4, { declaredSize: 9 }));
    const { problems } = await service.command(
      prober,
      'changeHousehold',
      {
        householdId: household?.id,
        version: 1,
        why: '核实',
        declaredSize: 9,
        monthlyIncomePerCapita: '300',
        causes: ['SCHOOLING'],
        members: [member(1)],
      },
      'household { members { name person { name maskedPhone maskedBankAccount } } }',
    );
    expect(problems).toEqual([{ code: 'REGISTERED_ELSEWHERE', field: 'members.0.identityNumber' }]);
  });

  test('is counted over forms and searches, and beyond sixty an hour there is no answer', async () => {
    const prober = fresh(otherClerk);
    const search = (serial: number) =>
      service.ask<{ households: { total: number; problems: { code: string }[] } }>(
        prober,
        'query($n: String!) { households(filter: { identityNumber: $n }) { total problems { code } } }',
        { n: identityNumber(serial) },
      );
    for (let form = 0; form < 6; form += 1) {
      const members = Array.from({ length: 8 }, (_, place) => member(1000 + form * 9 + place));
      const input = householdInput(1008 + form * 9, { declaredSize: 9, members });
      expect((await register(prober, input)).problems).toEqual([]);
    }
    for (let serial = 0; serial < 6; serial += 1) {
      expect((await search(2000 + serial)).households).toEqual({ total: 0, problems: [] });
    }
    expect((await search(3000)).households).toEqual({ total: 0, problems: [{ code: 'ASKED_TOO_OFTEN' }] });
    const { problems } = await register(prober, householdInput(3001, { members: [member(1)] }));
    expect(problems.map(({ code }) => code)).toEqual(['ASKED_TOO_OFTEN', 'ASKED_TOO_OFTEN']);
  });

  test('is not limited for twelve families of five an hour, over a morning', async () => {
    const honest = fresh(clerk);
    for (let hour = 0; hour < 4; hour += 1) {
      for (let family = 0; family < 12; family += 1) {
        const first = 10_000 + (hour * 12 + family) * 5;
        const members = [1, 2, 3, 4].map((place) => member(first + place));
        const { problems } = await register(honest, householdInput(first, { declaredSize: 5, members }));
        expect(problems).toEqual([]);
      }
      now = new Date(now.getTime() + 61 * 60_000);
    }
  }, 120_000);
});

describe('a household that moved', () => {
  test('has the name and payee that its new county wrote; an account is never taken over', async () => {
    const first = await register(
      clerk,
      householdInput(20, { headName: '李梅', members: [member(21, { name: '李小梅' })] }),
    );
    await end(clerk, reviewer, first.household?.caseFile.id ?? '');
    const moved = await register(
      fresh(otherClerk),
      householdInput(20, {
        headName: '李楳',
        phone: null,
        bankAccount: null,
        members: [member(21, { name: '李晓梅' })],
      }),
    );
    expect(moved.problems).toEqual([]);
    const people = await service.inspect(
      `select p.organization_path as county, p.name, p.masked_phone as phone, p.masked_bank_account as account,
         p.sealed_bank_account is null as bare
       from household_member m join person p on p.id = m.person_id
       where m.household_id = any($1::uuid[]) order by 1, m.position`,
      [[first.household?.id, moved.household?.id]],
    );
    expect(people).toEqual([
      { county: clerk.scope, name: '李梅', phone: '185****4364', account: '****8525', bare: false },
      { county: clerk.scope, name: '李小梅', phone: null, account: null, bare: true },
      { county: otherClerk.scope, name: '李楳', phone: null, account: null, bare: true },
      { county: otherClerk.scope, name: '李晓梅', phone: null, account: null, bare: true },
    ]);
    const identities = await service.inspect(
      'select count(distinct identity_id)::int as identities from household_member where household_id = any($1::uuid[])',
      [[first.household?.id, moved.household?.id]],
    );
    expect(identities).toEqual([{ identities: 2 }]);
  });

  test('does not take over another unit’s account within the county either, and the former values are kept', async () => {
    const first = await register(clerk, householdInput(25, { headName: '孙前' }));
    await end(clerk, reviewer, first.household?.caseFile.id ?? '');
    const again = await register(
      fresh(baseClerk),
      householdInput(25, { headName: '孙前', phone: '13900007777', bankAccount: null }),
    );
    expect(again.problems).toEqual([]);
    expect(
      await service.inspect(
        `select masked_phone as phone, masked_bank_account as account from person where name = '孙前'`,
      ),
    ).toEqual([{ phone: '139****7777', account: null }]);
    const [kept] = await service.inspect<{ before: object; after: object; why: string }>(
      'select before, after, why from person_correction where household_id = $1',
      [again.household?.id],
    );
    expect(kept).toEqual({
      before: { name: '孙前', maskedPhone: '185****4364', maskedBankAccount: '****8525' },
      after: { name: '孙前', maskedPhone: '139****7777', maskedBankAccount: null },
      why: '登记新户',
    });
  });

  test('a number is sealed for its own row', async () => {
    const [{ id = '', phone = '' } = {}] = await service.inspect<{ id: string; phone: string }>(
      `select id, sealed_phone as phone from person where name = '李梅'`,
    );
    const { keyring } = service.parts;
    expect(await keyring.open(phone, personPlace(id, 'sealed_phone'))).toBe('18586594364');
    await expect(keyring.open(phone, personPlace(crypto.randomUUID(), 'sealed_phone'))).rejects.toThrow();
    await expect(keyring.open(phone, personPlace(id, 'sealed_identity'))).rejects.toThrow();
  });

  test('the other county’s row cannot be read by its id', async () => {
    const [{ id = '' } = {}] = await service.inspect<{ id: string }>(`select id from person where name = '李梅'`);
    const entities = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { name maskedPhone } } }';
    const references = { r: [{ __typename: 'Person', id }] };
    expect(await service.ask(otherClerk, entities, references)).toEqual({ _entities: [null] });
    const query =
      'mutation($input: UnmaskNumberInput!) { unmaskBankAccount(input: $input) { value problems { code } } }';
    const input = { personId: id, reason: '核对收款账号' };
    expect(await service.ask(otherClerk, query, { input })).toEqual({
      unmaskBankAccount: { value: null, problems: [{ code: 'NOT_FOUND' }] },
    });
  });
});

describe('in the database', () => {
  test('the service’s role reads no identities', async () => {
    const rows = await service.service.database.sqlTransaction(clerk, async (client) => {
      const { rows: all } = await client.query('select 1 from identity');
      return all;
    });
    expect(rows).toEqual([]);
    await service.attack(clerk, `update identity set last_aided_on = '2026-01-01'`);
    expect(await service.inspect('select 1 from identity where last_aided_on is not null')).toEqual([]);
  });

  test('a household cannot refer to another county’s person', async () => {
    const attack = service.inspect(
      `update household_member m set person_id = p.id, identity_id = p.identity_id
       from person p where m.name = '李小梅' and p.name = '李楳'`,
    );
    await expect(attack).rejects.toThrow('member_is_person_of_own_county');
    await expect(
      service.inspect(`update person set organization_path = $1 where name = '李楳'`, [clerk.scope]),
    ).rejects.toThrow('person_stays');
  });

  test('nobody is in two open households, and a household’s size is never below its number of people', async () => {
    const { household } = await register(fresh(clerk), householdInput(40, { members: [member(41)] }));
    const twice = service.inspect(
      `insert into household_member (household_id, organization_path, position, person_id, identity_id, name, relation)
       select h.id, h.organization_path, 2, m.person_id, m.identity_id, m.name, '子'
       from household h join household_member m on m.organization_path = h.organization_path
         and m.household_id <> h.id and m.living and m.position = 1
       where h.id = $1 limit 1`,
      [household?.id],
    );
    await expect(twice).rejects.toThrow('person_in_one_living_household');
    await expect(
      service.inspect(`update household h set declared_size = 1 where exists (
        select from household_member m join case_file f using (household_id)
        where m.household_id = h.id and m.position = 1 and f.status = 'DRAFT')`),
    ).rejects.toThrow('household_size_holds_members');
  });
});

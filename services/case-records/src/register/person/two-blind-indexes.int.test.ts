import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf, pgSql } from '@nuangong/database';
import { readIdentityNumber, valueOf } from '@nuangong/primitives';
import { masterKeys, readKey, reindex, type SecretKey } from '@nuangong/sealing';
import {
  clerk,
  householdInput,
  identityNumber,
  otherClerk,
  registerHouseholds,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { findPeople, identityIndexOf, registerPeople, type PersonKeys } from './register-people.ts';

let service: CaseRecordsService;
let before: PersonKeys;
let after: PersonKeys;
beforeAll(async () => {
  service = await startCaseRecords();
  const { keyring, blindIndexKey: old } = service.parts;
  const renewed = createSecretKey(randomBytes(32)) as SecretKey;
  before = { keyring, blindIndexKey: old, otherBlindIndexKey: renewed };
  after = { keyring, blindIndexKey: renewed, otherBlindIndexKey: old };
});
afterAll(() => service.stop());

const reindexing = () =>
  reindex({
    service: 'case-records',
    ownerUrl: service.databases.ownerUrl,
    masters: masterKeys(readKey(service.service.environment.FIELD_KEY, 'FIELD_KEY')),
    cipher: 'AES256GCM',
    key: after.blindIndexKey,
    before: before.blindIndexKey,
    rowsAtOnce: 7,
  });

const draftOf = (serial: number) => ({ name: '周小明', identity: valueOf(readIdentityNumber(identityNumber(serial))) });

/** Registers as a copy of the service with these keys would. */
const registerAs = (keys: PersonKeys, serial: number) =>
  service.service.database.sqlTransaction(identityOf(clerk), async (client) => {
    const run = pgSql(client);
    const draft = draftOf(serial);
    const entering = { county: clerk.scope, untouchedSince: new Date(0) };
    const found = await findPeople(run, keys, entering, [draft]);
    const people = await registerPeople(run, keys, entering, [draft], found);
    return people.get(identityIndexOf(keys, draft.identity.number))?.identityId;
  });

test('two copies with different index keys register one person once', async () => {
  for (let serial = 100; serial < 130; serial += 1) {
    const [one, other, third] = await Promise.all([
      registerAs(before, serial),
      registerAs(after, serial),
      registerAs(before, serial),
    ]);
    expect(one).toBeDefined();
    expect([other, third]).toEqual([one, one]);
  }
  expect(await service.inspect(`select count(*)::int as people from person where name = '周小明'`)).toEqual([
    { people: 30 },
  ]);
});

test('while indexes are rewritten, people are registered and found, and nobody is lost or duplicated', async () => {
  const made = await registerHouseholds(service, clerk, [1, 2, 3]);
  Object.assign(service.parts, after);
  const refused = await service.command(otherClerk, 'registerHousehold', householdInput(1), 'household { id }');
  expect(refused.problems).toMatchObject([{ code: 'REGISTERED_ELSEWHERE' }]);
  const searched = async () =>
    (
      await service.ask<{ households: { items: { id: string }[] } }>(
        clerk,
        'query($number: String!) { households(filter: { identityNumber: $number }) { items { id } } }',
        { number: identityNumber(2) },
      )
    ).households.items;
  expect(await searched()).toEqual([{ id: made[1]?.householdId }]);
  const registering = Promise.all(
    Array.from({ length: 20 }, (_, at) => registerAs(at % 2 === 0 ? before : after, 200 + at)),
  );
  await reindexing();
  await registering;
  await reindexing();
  expect(await reindexing()).toBe(0);
  expect(await searched()).toEqual([{ id: made[1]?.householdId }]);
  const rows = await service.inspect<{ index: string }>(`select encode(identity_index, 'hex') as index from person`);
  const numbers = [
    1,
    2,
    3,
    ...Array.from({ length: 30 }, (_, at) => 100 + at),
    ...Array.from({ length: 20 }, (_, at) => 200 + at),
  ];
  const expected = numbers.map((serial) => identityIndexOf(after, identityNumber(serial)));
  expect(rows.map(({ index }) => index).sort()).toEqual(expected.sort());
  const apart = await service.inspect(
    'select 1 from person p full join identity i on i.id = p.identity_id where i.identity_index is distinct from p.identity_index',
  );
  expect(apart).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { contracts, makeEvent, newEventId } from '@nuangong/events';
import type { RunSql } from '@nuangong/database';
import { gatherLateRecords, rememberOrganizations } from '@nuangong/organizations';
import { localDateAt } from '@nuangong/primitives';
import { buildActor } from '@nuangong/service/testing';
import {
  baseClerk,
  clerk,
  householdInput,
  openFiles,
  otherClerk,
  otherReviewer,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { moveHouseholds } from './when-organization-moved.ts';

let service: CaseRecordsService;
const former = '51/5101/510101/510101-01/';
const present = '51/5101/510102/510101-01/';
const works = { id: baseClerk.organizationId, code: '510101-01', name: '县农机厂工会' };
const first = '00000000-0000-7000-8000-000000510101';
const second = '00000000-0000-7000-8000-000000510102';

beforeAll(async () => {
  service = await startCaseRecords();
}, 60_000);
afterAll(() => service?.stop());

const moved = (sequence: number, formerPath: string, path: string, parentId: string, organization = works) =>
  makeEvent(
    contracts['organization-moved.v1'],
    {
      organization: { ...organization, path },
      formerPath,
      parentId,
      formerParentId: first,
      from: '2026-12-01',
      sequence,
      movedAt: '2026-12-01T01:30:00.000Z',
    },
    {
      id: newEventId(),
      time: new Date('2026-12-01T01:30:00Z'),
      organizationPath: '51/5101/',
      actor: 'a',
      requestId: 'r',
    },
  );

const seen = async (actor: Actor) => {
  const { households } = await service.ask<{ households: { items: { id: string }[] } }>(
    actor,
    '{ households(perPage: 100) { items { id } } }',
  );
  return households.items.map(({ id }) => id);
};

const receive = (...events: readonly ReturnType<typeof moved>[]) =>
  events.reduce((before, event) => before.then(() => service.service.events.receive(event)), Promise.resolve());

const unhandled = () => service.inspect('select type, cause from dead_letter');

test('given a union with active files, when it moves to another county, then the new county reads and processes them, and the old one cannot', async () => {
  const made = await registerHouseholds(service, baseClerk, [1, 2, 3]);
  const ids = made.map(({ householdId }) => householdId);
  const [one] = made;
  await openFiles(
    service,
    made.map(({ caseFileId }) => caseFileId),
  );
  expect(await seen(clerk)).toEqual(expect.arrayContaining(ids));
  const event = moved(1, former, present, second);
  await receive(event, event);
  expect(await unhandled()).toEqual([]);
  expect(await seen(otherClerk)).toEqual(expect.arrayContaining(ids));
  expect((await seen(clerk)).filter((id) => ids.includes(id))).toEqual([]);
  expect(await seen(baseClerk)).toEqual([]);
  expect(await seen(buildActor({ ...baseClerk, scope: present }))).toEqual(expect.arrayContaining(ids));
  const { household } = await service.ask<{ household: unknown }>(
    otherReviewer,
    'query ($id: ID!) { household(id: $id) { members { health } caseFile { status steps { to } } head { name } } }',
    { id: one!.householdId },
  );
  expect(household).toMatchObject({ caseFile: { status: 'ACTIVE' } });
  expect(
    await service.inspect(
      `select distinct m.county_path, p.organization_path as person_of, p.id = h.head_id as head
       from household_member m join person p on p.id = m.person_id join household h on h.id = m.household_id
       where m.household_id = any ($1::uuid[])`,
      [ids],
    ),
  ).toEqual([{ county_path: '51/5101/510102/', person_of: '51/5101/510102/', head: true }]);
});

test('given sealed words, numbers and a posted file, then the new county reads them, and reviews and posts the file again', async () => {
  const yard = { id: '00000000-0000-7000-8000-0000510101a3', code: 'Y1', name: '县砖瓦厂工会' };
  const place = '51/5101/510101/Y1/';
  await rememberOrganizations(
    (sql, ...values) => service.inspect(sql, values),
    [{ ...yard, path: place, kind: 'BASE_UNION', parentId: first }],
  );
  const yardClerk = buildActor({ ...baseClerk, name: '钱守义', organizationId: yard.id, scope: place });
  const { household } = await service.command<{ household: { id: string; caseFile: { id: string } } }>(
    yardClerk,
    'registerHousehold',
    householdInput(31, { remark: '户主右腿骨折，卧床在家' }),
    'household { id caseFile { id } }',
  );
  const ids = [household.caseFile.id];
  await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
  await service.command(
    reviewer,
    'publishPosting',
    { place: '县总工会公示栏', from: localDateAt(new Date()), caseFileIds: ids },
    'posting { id }',
  );
  await receive(moved(2, place, '51/5101/510102/Y1/', second, yard));
  expect(await unhandled()).toEqual([]);
  const read = await service.ask<{ household: { remark: string; head: { id: string } } }>(
    otherReviewer,
    'query ($id: ID!) { household(id: $id) { remark head { id } } }',
    { id: household.id },
  );
  expect(read.household.remark).toBe('户主右腿骨折，卧床在家');
  const { value } = await service.command<{ value: string }>(
    otherReviewer,
    'unmaskPhone',
    { personId: read.household.head.id, reason: '走访前电话联系本人' },
    'value',
  );
  expect(value).toBe('18586594364');
  const decided = { ids, opinion: '随单位划转，须在本县重新公示' };
  const returned = await service.command<{ rows: unknown }>(otherReviewer, 'returnCaseFiles', decided, 'rows { ok }');
  expect(returned).toMatchObject({ problems: [], rows: [{ ok: true }] });
  const submitted = await service.command<{ rows: unknown }>(otherClerk, 'submitCaseFiles', { ids }, 'rows { ok }');
  expect(submitted).toMatchObject({ problems: [], rows: [{ ok: true }] });
});

test('given a household registered under the former path during the move, then it follows', async () => {
  const late = '51/5101/510101/L1/';
  const union = { id: '00000000-0000-7000-8000-0000510101a4', code: 'L1', name: '县粮库工会' };
  const run: RunSql = <Row extends object>(sql: string, ...values: readonly unknown[]) =>
    service.inspect<Row>(sql, values);
  await rememberOrganizations(run, [{ ...union, path: late, kind: 'BASE_UNION', parentId: first }]);
  const lateClerk = buildActor({ ...baseClerk, name: '罗秀云', organizationId: union.id, scope: late });
  const [made] = await registerHouseholds(service, lateClerk, [41]);
  // The move as it was followed before that request committed.
  await run(
    `insert into organization_move (sequence, organization_id, parent_id, former_path, path, from_day, moved_at)
     values (3, $1, $2, $3, '51/5101/510102/L1/', '2026-12-01', now()) returning 1`,
    union.id,
    second,
    late,
  );
  await run(`select access.follow_move($1)::text`, late);
  const gather = () =>
    gatherLateRecords(service.service.database, (sql, path) => moveHouseholds(sql, service.parts.keyring, path));
  await gather();
  await gather();
  expect(await seen(otherClerk)).toEqual(expect.arrayContaining([made!.householdId]));
  expect(await seen(clerk)).not.toContain(made!.householdId);
});

test('given move events in another order, then everything ends up as in identity', async () => {
  const group = { id: '00000000-0000-7000-8000-0000510101a1', code: 'G1', name: '县农资集团工会' };
  const shop = { id: '00000000-0000-7000-8000-0000510101a2', code: 'S1', name: '农资门市部工会' };
  await rememberOrganizations(
    (sql, ...values) => service.inspect(sql, values),
    [
      { ...group, path: '51/5101/510101/G1/', kind: 'BASE_UNION', parentId: first },
      { ...shop, path: '51/5101/510101/G1/S1/', kind: 'BASE_UNION', parentId: group.id },
    ],
  );
  const shopClerk = buildActor({ ...baseClerk, organizationId: shop.id, scope: '51/5101/510101/G1/S1/' });
  const [made] = await registerHouseholds(service, shopClerk, [11]);
  // First the group goes to the other county, then the shop from there back below its former county itself.
  await receive(
    moved(5, '51/5101/510102/G1/S1/', '51/5101/510101/S1/', first, shop),
    moved(4, '51/5101/510101/G1/', '51/5101/510102/G1/', second, group),
  );
  expect(await unhandled()).toEqual([]);
  expect(await seen(buildActor({ ...shopClerk, scope: '51/5101/510101/S1/' }))).toEqual([made!.householdId]);
  expect(
    await service.inspect(
      `select organization_path, parent_id from organization where id = any ($1::uuid[]) order by code`,
      [[group.id, shop.id]],
    ),
  ).toEqual([
    { organization_path: '51/5101/510102/G1/', parent_id: second },
    { organization_path: '51/5101/510101/S1/', parent_id: first },
  ]);
});

test('given a union that moves away and back, then its people keep the corrections made elsewhere', async () => {
  const mill = { id: '00000000-0000-7000-8000-0000510101a5', code: 'M1', name: '县面粉厂工会' };
  const [here, there] = ['51/5101/510101/M1/', '51/5101/510102/M1/'];
  await rememberOrganizations(
    (sql, ...values) => service.inspect(sql, values),
    [{ ...mill, path: here, kind: 'BASE_UNION', parentId: first }],
  );
  const [made] = await registerHouseholds(
    service,
    buildActor({ ...baseClerk, organizationId: mill.id, scope: here }),
    [51],
  );
  const { householdId } = made!;
  await receive(moved(6, here, there, second, mill));
  const corrected = { householdId, phone: '13900002222', bankAccount: '6228480010000000099', why: '存折核对' };
  expect(await service.command(otherClerk, 'correctPayee', corrected, 'correction { state }')).toMatchObject({
    problems: [],
    correction: { state: 'DONE' },
  });
  await receive(moved(7, there, here, first, mill));
  expect(await unhandled()).toEqual([]);
  const { household } = await service.ask<{ household: { head: { id: string } } }>(
    reviewer,
    'query ($id: ID!) { household(id: $id) { head { id } } }',
    { id: householdId },
  );
  const given = { personId: household.head.id, reason: '走访前电话联系本人' };
  expect(await service.command(reviewer, 'unmaskPhone', given, 'value')).toMatchObject({ value: '13900002222' });
});

test('given a direct write by the service’s role, then a record moves only with its organisation, and completely', async () => {
  const [made] = await registerHouseholds(service, clerk, [21]);
  const attack = (set: string) =>
    service
      .attack(buildActor({ scope: '51/5101/' }), `update case_file set ${set} where household_id = $1`, [
        made!.householdId,
      ])
      .then(() => 'DONE')
      .catch((error: { constraint?: string }) => error.constraint);
  expect(await attack(`organization_path = '51/5101/510102/'`)).toBe('stays_with_its_organization');
  expect(await attack(`organization_path = '51/5101/510101/510101-02/', version = 9`)).toBe(
    'stays_with_its_organization',
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Role } from '@nuangong/access';
import { pgSql } from '@nuangong/database';
import { takeObligationSteps } from '@nuangong/obligations';
import { addDays, localDateAt } from '@nuangong/primitives';
import { buildActor } from '@nuangong/service/testing';
import {
  actorOfToken,
  startIdentity,
  type IdentityService,
  type SignInAnswer,
} from '../../testing/identity-service.ts';
import { openMissingOfDelegations } from './open-missing-of-delegations.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

interface Answered {
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
  readonly delegation: { readonly id: string } | null;
}

const actorNamed = async (username: string): Promise<Actor> =>
  actorOfToken((await identity.signIn(username)).answer.accessToken);

async function lend(by: Actor, to: Actor, roles: readonly Role[], more: object = {}): Promise<Answered> {
  const today = localDateAt(identity.now());
  const input = { toStaffId: to.staffId, roles, firstDay: today, lastDay: addDays(today, 2), reason: '出差', ...more };
  const { delegateRoles } = await identity.ask<{ delegateRoles: Answered }>(
    by,
    `mutation ($input: DelegateRolesInput!) { delegateRoles(input: $input) { problems { code field } delegation { id } } }`,
    { input },
  );
  return delegateRoles;
}

async function end(by: Actor, id: string | undefined): Promise<Answered> {
  const { endDelegation } = await identity.ask<{ endDelegation: Answered }>(
    by,
    `mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { problems { code field } delegation { id } } }`,
    { input: { delegationId: id } },
  );
  return endDelegation;
}

const day = 24 * 60 * 60 * 1000;

test('the colleague has delegated roles from the next refresh, the audit log names the lender, and they end by themselves', async () => {
  const approver = await actorNamed('qinghe-approver');
  const { answer, cookie } = await identity.signIn('qinghe-employment');
  const placement = actorOfToken(answer.accessToken);
  expect(placement.onBehalfOf).toBeUndefined();
  expect((await lend(approver, placement, ['APPROVER'])).problems).toEqual([]);

  const refreshed = await identity.post('/auth/refresh', {}, { cookie });
  const borrowing = actorOfToken(((await refreshed.json()) as SignInAnswer).accessToken);
  expect(borrowing.roles.toSorted()).toEqual(['APPROVER', 'EMPLOYMENT']);
  expect(borrowing.onBehalfOf).toEqual([{ staffId: approver.staffId, name: approver.name }]);
  expect(await identity.ask(borrowing, '{ me { onBehalfOf roles } delegations { state from { name } } }')).toEqual({
    me: { onBehalfOf: [approver.name], roles: ['APPROVER', 'EMPLOYMENT'] },
    delegations: [{ state: 'IN_FORCE', from: { name: approver.name } }],
  });
  await actorNamed('qinghe-employment');
  const [signedIn] = await identity.rows<{ staff_name: string }>(
    `select staff_name from audit_entry where action = 'session.sign-in' and staff_id = $1 order by id desc`,
    placement.staffId,
  );
  expect(signedIn?.staff_name).toBe(`${placement.name}（代${approver.name}）`);

  identity.wait(3 * day);
  expect((await actorNamed('qinghe-employment')).roles).toEqual(['EMPLOYMENT']);
});

test('a delegation that joins maker and checker on any common day is refused, by the database too', async () => {
  const [approver, finance, employment] = (await Promise.all(
    ['qinghe-approver', 'qinghe-finance', 'qinghe-employment'].map(actorNamed),
  )) as [Actor, Actor, Actor];
  const today = localDateAt(identity.now());
  expect((await lend(approver, finance, ['APPROVER'])).problems[0]).toEqual({
    code: 'ROLES_INCOMPATIBLE',
    field: 'roles',
  });
  const later = { firstDay: addDays(today, 2), lastDay: addDays(today, 9) };
  expect((await lend(finance, employment, ['FINANCE'], later)).problems).toEqual([]);
  expect((await lend(approver, employment, ['APPROVER'])).problems[0]?.code).toBe('ROLES_INCOMPATIBLE');
  expect((await lend(approver, employment, ['APPROVER'], { lastDay: addDays(today, 1) })).problems).toEqual([]);

  const insert = (first: number, last: number) =>
    identity.rows(
      `insert into delegation (organization_path, from_staff_id, to_staff_id, roles, first_day, last_day, reason, made_by_id, made_at)
       values ('51/5101/510101/', $1, $2, '{APPROVER}', $3::date, $4::date, '出差', $1, now())`,
      approver.staffId,
      employment.staffId,
      addDays(today, first),
      addDays(today, last),
    );
  await expect(insert(9, 12)).rejects.toThrow('delegated_roles_go_together');
  await insert(10, 12);
  await expect(identity.rows(`update staff set roles = '{CLERK}' where id = $1`, employment.staffId)).rejects.toThrow(
    'delegated_roles_go_together',
  );
  await expect(identity.rows(`update delegation set last_day = last_day + 1`)).rejects.toThrow('delegation_only_ends');

  const change = await identity.ask(
    identity.administrator,
    `mutation ($input: ChangeStaffRolesInput!) { changeStaffRoles(input: $input) { problems { code } } }`,
    { input: { staffId: employment.staffId, roles: ['CLERK'] } },
  );
  expect(change).toEqual({ changeStaffRoles: { problems: [{ code: 'ROLES_INCOMPATIBLE_WITH_DELEGATION' }] } });
});

test('of two incompatible concurrent delegations, one is made', async () => {
  const [approver, finance, legal] = (await Promise.all(
    ['qinghe-approver', 'qinghe-finance', 'qinghe-legal'].map(actorNamed),
  )) as [Actor, Actor, Actor];
  const both = await Promise.all([lend(approver, legal, ['APPROVER']), lend(finance, legal, ['FINANCE'])]);
  expect(both.map(({ problems }) => problems[0]?.code ?? 'MADE').toSorted()).toEqual(['MADE', 'ROLES_INCOMPATIBLE']);
});

test('roles are delegated within the organisation, by their holder or its administrator, never to oneself', async () => {
  const [reviewer, window] = (await Promise.all(['qinghe-reviewer', 'qinghe-window'].map(actorNamed))) as [
    Actor,
    Actor,
  ];
  const [other] = await identity.rows<{ id: string }>(
    `select id from staff where organization_path = '51/5101/510102/' and roles = '{REVIEWER}'`,
  );
  const stranger = buildActor({ staffId: other?.id ?? '' });
  expect((await lend(reviewer, stranger, ['REVIEWER'])).problems[0]).toEqual({ code: 'NOT_FOUND', field: 'toStaffId' });
  const from = { fromStaffId: reviewer.staffId };
  expect((await lend(window, window, ['REVIEWER'], from)).problems[0]?.code).toBe('FORBIDDEN');
  const administrator = buildActor({ staffId: window.staffId, roles: ['ADMINISTRATOR'] });
  expect((await lend(administrator, administrator, ['REVIEWER'], from)).problems[0]?.code).toBe(
    'DELEGATION_TO_ONESELF',
  );
  const statistics = await actorNamed('qinghe-statistics');
  expect(await lend(administrator, statistics, ['REVIEWER'], from)).toEqual({ problems: [], delegation: null });
});

test('a delegation is ended early once, by its lender, borrower or administrator only', async () => {
  const [statistics, window, clerk] = (await Promise.all(
    ['qinghe-statistics', 'qinghe-window', 'qinghe-clerk'].map(actorNamed),
  )) as [Actor, Actor, Actor];
  const { delegation } = await lend(statistics, window, ['STATISTICS']);
  expect((await actorNamed('qinghe-window')).roles).toContain('STATISTICS');
  expect((await end(clerk, delegation?.id)).problems[0]?.code).toBe('NOT_FOUND');
  expect((await end(window, delegation?.id)).problems).toEqual([]);
  expect((await end(statistics, delegation?.id)).problems[0]?.code).toBe('DELEGATION_OVER');
  expect((await actorNamed('qinghe-window')).roles).toEqual(['WINDOW_CLERK']);
  const kept = await identity.rows(`select action from audit_entry where record_id = $1 order by id`, delegation?.id);
  expect(kept).toEqual([{ action: 'delegation.make' }, { action: 'delegation.end' }]);
});

test('only the lender is reminded before a delegation ends; the obligation lapses by itself, or is met by an early end', async () => {
  const [lender, borrower] = (await Promise.all(['qinghe-legal', 'qinghe-employment'].map(actorNamed))) as [
    Actor,
    Actor,
  ];
  const today = localDateAt(identity.now());
  const [firstDay, lastDay] = [addDays(today, 30), addDays(today, 35)];
  const lent = await lend(lender, borrower, ['LEGAL_AID'], { firstDay, lastDay });
  expect(lent.problems).toEqual([]);
  const made = lent.delegation?.id;
  const owed = async (reader: Actor, filter = '') => {
    const { identityObligations: page } = await identity.ask<{ identityObligations: { items: readonly object[] } }>(
      reader,
      `query ($id: ID) { identityObligations(filter: { recordId: $id ${filter} }) {
         items { title dueOn status endedBecause history { kind } } } }`,
      { id: made },
    );
    return page.items;
  };
  const title = `${lender.name} 委托 ${borrower.name}，到 ${lastDay}`;
  expect(await owed(lender)).toEqual([
    { title, dueOn: lastDay, status: 'OPEN', endedBecause: null, history: [{ kind: 'OPENED' }] },
  ]);
  expect(await owed(borrower)).toEqual([]);
  const later = (days: number) => new Date(identity.now().getTime() + days * day);
  await takeObligationSteps(pgSql(identity.service.database.pool), later(35));
  await takeObligationSteps(pgSql(identity.service.database.pool), later(36));
  expect(await owed(lender)).toMatchObject([
    { status: 'LAPSED', endedBecause: '期限已过，自动结束', history: expect.arrayContaining([{ kind: 'REMINDED' }]) },
  ]);
  const [again] = await identity.rows<{ id: string }>(
    'select id from delegation where from_staff_id = $1 and ended_at is null order by made_at desc',
    lender.staffId,
  );
  expect((await end(lender, again?.id)).problems).toEqual([]);
});

test('given a delegation older than obligations, then the task opens exactly one for its end', async () => {
  const [lender, borrower] = (await Promise.all(['qinghe-legal', 'qinghe-employment'].map(actorNamed))) as [
    Actor,
    Actor,
  ];
  const lastDay = addDays(localDateAt(identity.now()), 65);
  const [made] = await identity.rows<{ id: string }>(
    `insert into delegation (organization_path, from_staff_id, to_staff_id, roles, first_day, last_day, reason, made_by_id, made_at)
     values ('51/5101/510101/', $1, $2, '{LEGAL_AID}', $3::date - 5, $3::date, '出差', $1, now()) returning id::text as id`,
    lender.staffId,
    borrower.staffId,
    lastDay,
  );
  for (const _run of [1, 2]) await openMissingOfDelegations(identity.service.database, identity.now());
  expect(
    await identity.rows(
      'select staff_id::text as staff, due_on::text as due, parts, status from obligation where record_id = $1',
      made?.id,
    ),
  ).toEqual([
    { staff: lender.staffId, due: lastDay, parts: { from: lender.name, to: borrower.name, lastDay }, status: 'OPEN' },
  ]);
});

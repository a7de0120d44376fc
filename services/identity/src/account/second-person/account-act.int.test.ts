import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardedRoles, roles, type Actor, type Role } from '@nuangong/access';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { addDays, localDateAt } from '@nuangong/primitives';
import { codeAt } from '../second-factor/second-factor.ts';
import { actorOfToken, startIdentity, type IdentityService } from '../../testing/identity-service.ts';
import { actLifetimeMs } from '../account-act/account-act.ts';

let identity: IdentityService;
let maker: Actor;
let second: Actor;
let superior: Actor;

beforeAll(async () => {
  identity = await startIdentity();
  [maker, superior, second] = (await Promise.all(
    ['qinghe-admin', 'city-admin', 'city-admin-2'].map((username) => signedIn(username)),
  )) as [Actor, Actor, Actor];
}, 60_000);

afterAll(() => identity?.stop());

const countyId = organizationIdOf('510101');
const sentence = 'kettle harbour 7 violet';

async function signedIn(username: string, password?: string): Promise<Actor> {
  return actorOfToken((await identity.signIn(username, password)).answer.accessToken);
}

interface Answered {
  readonly problems: readonly { readonly code: string }[];
  readonly act?: { readonly id: string; readonly state: string } | null;
  readonly given?: { readonly password: string; readonly act: { readonly id: string; readonly state: string } } | null;
}

async function command(actor: Actor, name: string, given: object, fields = 'act { id state }'): Promise<Answered> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`.replace(/^(?:Confirm|Refuse|Withdraw)/, 'Decide');
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } ${fields} } }`;
  return (await identity.ask<Record<string, Answered>>(actor, query, { input: given }))[name] as Answered;
}

const codesOf = ({ problems }: Answered): readonly string[] => problems.map(({ code }) => code);
const reset = (actor: Actor, { staffId }: Actor) =>
  command(actor, 'resetPassword', { staffId }, 'given { password act { id state } }');
const confirm = (actor: Actor, actId = '') => command(actor, 'confirmAccountAct', { actId });
const enrol = (actor: Actor, username: string, held: readonly Role[]) =>
  command(actor, 'enrolStaff', { organizationId: countyId, username, name: '冯雪', roles: held, password: sentence });
const changeRoles = (actor: Actor, { staffId }: Actor, held: readonly Role[]) =>
  command(actor, 'changeStaffRoles', { staffId, roles: held });

/** Runs a statement as the service's own role, bypassing its code. */
const asService = (actor: Actor, sql: string, ...values: readonly unknown[]) =>
  identity.service.database.sqlTransaction({ scope: actor.scope, staffId: actor.staffId }, (client) =>
    client.query(sql, [...values]),
  );

describe('an administrator who tries to pay himself', () => {
  test('resets the head of finance’s password: nothing changes, and the one-time password is refused, until another confirms', async () => {
    const lead = await signedIn('qinghe-finance-lead');
    const { given } = await reset(maker, lead);
    const { password = '', act } = given ?? {};
    expect(act?.state).toBe('WAITING');
    expect((await identity.signIn('qinghe-finance-lead', password)).status).toBe(401);
    expect((await identity.signIn('qinghe-finance-lead')).status).toBe(200);
    expect(codesOf(await reset(maker, lead))).toEqual(['ACT_WAITS_ALREADY']);
    expect(codesOf(await confirm(maker, act?.id))).toEqual(['ACT_WAITS_FOR_ANOTHER']);
    expect(codesOf(await confirm(lead, act?.id))).toEqual(['ACT_WAITS_FOR_ANOTHER']);

    expect((await confirm(second, act?.id)).act?.state).toBe('CONFIRMED');
    expect((await identity.signIn('qinghe-finance-lead')).status).toBe(401);
    expect((await signedIn('qinghe-finance-lead', password)).roles).toEqual([]);
    expect(codesOf(await confirm(superior, act?.id))).toEqual(['ACT_SETTLED']);
    const kept = await identity.rows<{ action: string; staff_name: string; asked_by: string | null }>(
      `select action, staff_name, after ->> 'askedBy' as asked_by from audit_entry
       where record_id in ($1, $2) and action <> 'session.sign-in' order by id`,
      act?.id,
      lead.staffId,
    );
    expect(kept).toEqual([
      { action: 'account-act.ask', staff_name: maker.name, asked_by: maker.name },
      { action: 'account-act.confirm', staff_name: second.name, asked_by: maker.name },
      { action: 'staff.reset-password', staff_name: second.name, asked_by: maker.name },
    ]);
    expect(JSON.stringify(await identity.rows('select * from audit_entry'))).not.toContain(password);
    expect(await identity.rows('select password_hash from account_act where id = $1', act?.id)).toEqual([
      { password_hash: null },
    ]);
  });

  test('links the head of finance’s account to his own identity: the act waits', async () => {
    const lead = await signedIn('linjiang-finance-lead');
    const administrator = await signedIn('linjiang-admin');
    const { act } = await command(administrator, 'linkOutsideAccount', {
      staffId: lead.staffId,
      subject: 'the administrator',
    });
    expect(act?.state).toBe('WAITING');
    expect(await identity.rows('select 1 from staff where outside_subject is not null')).toEqual([]);
    expect(codesOf(await confirm(second, act?.id))).toEqual([]);
    expect(await identity.rows('select id from staff where outside_subject is not null')).toEqual([
      { id: lead.staffId },
    ]);
  });

  test('enrols a whole chain: none of them can sign in before a second administrator confirms', async () => {
    for (const role of roles) {
      const username = `chain-${role.toLowerCase().replaceAll('_', '-')}`;
      const { act } = await enrol(maker, username, [role]);
      expect([role, act?.state]).toEqual([role, guardedRoles.includes(role) ? 'WAITING' : 'APPLIED']);
      expect([role, (await identity.signIn(username, sentence)).status]).toEqual([
        role,
        guardedRoles.includes(role) ? 401 : 200,
      ]);
    }
    const [waiting] = await identity.rows<{ id: string }>(
      `select id from account_act where username = 'chain-approver'`,
    );
    expect(codesOf(await enrol(maker, 'chain-approver', ['APPROVER']))).toEqual(['ACT_WAITS_ALREADY']);
    expect(codesOf(await confirm(second, waiting?.id))).toEqual([]);
    expect((await identity.signIn('chain-approver', sentence)).status).toBe(200);
  });

  test('makes a clerk whose account he controls a reviewer: the roles wait, and meanwhile a password reset waits too', async () => {
    const clerk = await signedIn('510103-clerk');
    const { act } = await changeRoles(superior, clerk, ['REVIEWER']);
    expect(act?.state).toBe('WAITING');
    expect((await signedIn('510103-clerk')).roles).toEqual(['CLERK']);
    expect((await reset(superior, clerk)).given?.act.state).toBe('WAITING');
    expect(codesOf(await confirm(second, act?.id))).toEqual([]);
    expect((await signedIn('510103-clerk')).roles).toEqual(['REVIEWER']);
    expect((await changeRoles(superior, clerk, ['CLERK'])).act?.state).toBe('WAITING');
  });

  test('resets a clerk’s password: it applies immediately, and the clerk sees who did it', async () => {
    const clerk = await signedIn('510104-clerk');
    const { given } = await reset(superior, clerk);
    expect(given?.act.state).toBe('APPLIED');
    const again = await signedIn('510104-clerk', given?.password);
    const seen = await identity.ask(again, '{ me { accountNews } myAccountActs { kind state askedByName } }');
    expect(seen).toEqual({
      me: { accountNews: 1 },
      myAccountActs: [{ kind: 'RESET_PASSWORD', state: 'APPLIED', askedByName: superior.name }],
    });
  });
});

test('when an administrator removes a legal officer’s second factor, it stays required until another confirms', async () => {
  const officer = await signedIn('qinghe-legal');
  const begun = await identity.ask<{ beginSecondFactor: { begun: { secret: string } } }>(
    officer,
    `mutation { beginSecondFactor(input: { password: "Nuangong-2026" }) { begun { secret } } }`,
  );
  const code = codeAt(begun.beginSecondFactor.begun.secret, identity.now());
  await identity.ask(
    officer,
    `mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { problems { code } } }`,
    { code },
  );
  const { act } = await command(maker, 'removeStaffSecondFactor', { staffId: officer.staffId });
  expect(act?.state).toBe('WAITING');
  expect((await identity.signIn('qinghe-legal')).answer.pendingToken).toBeDefined();
  expect(codesOf(await confirm(second, act?.id))).toEqual([]);
  expect((await identity.signIn('qinghe-legal')).answer.accessToken).toBeDefined();
});

describe('an administrator who tries to act as two', () => {
  test('cannot delegate the own role, and cannot enrol a second administrator alone', async () => {
    const statistics = await signedIn('qinghe-statistics');
    const today = localDateAt(identity.now());
    const loan = {
      toStaffId: statistics.staffId,
      roles: ['ADMINISTRATOR'],
      firstDay: today,
      lastDay: today,
      reason: '休假',
    };
    expect(codesOf(await command(maker, 'delegateRoles', loan))).toEqual(['ADMINISTRATION_NOT_LENT']);
    const insert = asService(
      maker,
      `insert into delegation (organization_path, from_staff_id, to_staff_id, roles, first_day, last_day, reason, made_by_id, made_at)
       select organization_path, id, $2, roles, current_date, current_date, '休假', id, now() from staff where id = $1`,
      maker.staffId,
      statistics.staffId,
    );
    await expect(insert).rejects.toThrow('administration_is_not_lent');
    expect((await enrol(maker, 'sham-admin', ['ADMINISTRATOR'])).act?.state).toBe('WAITING');
    expect((await changeRoles(maker, statistics, ['ADMINISTRATOR'])).act?.state).toBe('WAITING');
    expect((await reset(maker, statistics)).given?.act.state).toBe('WAITING');
  });

  test('is refused by the database too when confirming, delegating or writing an account', async () => {
    const [lead, reviewer] = (await Promise.all(
      ['linjiang-finance-lead', 'linjiang-reviewer'].map((username) => signedIn(username)),
    )) as [Actor, Actor];
    const administrator = await signedIn('linjiang-admin');
    const { given } = await reset(administrator, reviewer);
    const decide = (by: Actor) =>
      asService(
        by,
        `update account_act set outcome = 'CONFIRMED', decided_by_id = $1, decided_by_name = '甲', decided_at = now() where id = $2`,
        by.staffId,
        given?.act.id,
      );
    await expect(decide(administrator)).rejects.toThrow('account_act_maker_is_not_checker');
    await expect(decide(reviewer)).rejects.toThrow('account_act_confirmed_by_who_may');
    await expect(decide(await signedIn('linjiang-clerk'))).rejects.toThrow('account_act_confirmed_by_who_may');
    for (const change of [`roles = '{AUDITOR}'`, `password_hash = '$argon2id$x'`, `outside_subject = 'mine'`]) {
      await expect(asService(administrator, `update staff set ${change} where id = $1`, lead.staffId)).rejects.toThrow(
        'guarded_account',
      );
    }
    await expect(
      asService(
        administrator,
        `insert into staff (organization_path, organization_id, username, name, roles, password_hash)
         select organization_path, organization_id, 'sham', '甲', '{REVIEWER}', password_hash from staff where id = $1`,
        lead.staffId,
      ),
    ).rejects.toThrow('guarded_account');
    await expect(
      asService(
        administrator,
        `insert into delegation (organization_path, from_staff_id, to_staff_id, roles, first_day, last_day, reason, made_by_id, made_at)
         select organization_path, $1, $2, '{REVIEWER}', current_date, current_date, '出差', $3, now() from staff where id = $1`,
        reviewer.staffId,
        (await signedIn('linjiang-statistics')).staffId,
        administrator.staffId,
      ),
    ).rejects.toThrow('lent_by_the_lender');
    const applied = asService(
      administrator,
      `insert into account_act (organization_path, organization_id, kind, staff_id, staff_name, username, roles, asked_by_id,
         asked_by_name, asked_at, expires_at, outcome, decided_at)
       select organization_path, organization_id, 'RESET_PASSWORD', id, name, username, '{}', $2, '甲', now(), now() + interval '1 day',
         'APPLIED', now() from staff where id = $1`,
      lead.staffId,
      administrator.staffId,
    );
    await expect(applied).rejects.toThrow('account_act_waits');
    await expect(asService(administrator, 'delete from account_act')).rejects.toThrow('append-only');
    await expect(asService(administrator, `update account_act set roles = '{CLERK}'`)).rejects.toThrow(
      'account_act_is_decided_once',
    );
  });

  test('the database guards the same roles as the permissions’ package', async () => {
    const [held] = await identity.rows<{ guarded: string[] }>('select guarded_roles()::text[] as guarded');
    expect(held?.guarded.toSorted()).toEqual(guardedRoles.toSorted());
  });
});

test('when an administrator delegates another person’s role of approver, only that person can confirm it', async () => {
  const [approver, employment] = (await Promise.all(
    ['qinghe-approver', 'qinghe-employment'].map((username) => signedIn(username)),
  )) as [Actor, Actor];
  const today = localDateAt(identity.now());
  const loan = {
    fromStaffId: approver.staffId,
    toStaffId: employment.staffId,
    roles: ['APPROVER'],
    firstDay: today,
    lastDay: addDays(today, 30),
    reason: '参加培训',
  };
  const asked = await command(maker, 'delegateRoles', loan, 'delegation { id } act { id state }');
  expect(asked).toMatchObject({ problems: [], delegation: null, act: { state: 'WAITING' } });
  expect((await signedIn('qinghe-employment')).roles).toEqual(['EMPLOYMENT']);
  expect(codesOf(await confirm(second, asked.act?.id))).toEqual(['ACT_WAITS_FOR_LENDER']);
  expect(codesOf(await confirm(employment, asked.act?.id))).toEqual(['NOT_FOUND']);
  identity.wait(2 * 24 * 60 * 60 * 1000);
  expect(codesOf(await confirm(approver, asked.act?.id))).toEqual([]);
  expect((await signedIn('qinghe-employment')).roles.toSorted()).toEqual(['APPROVER', 'EMPLOYMENT']);
  const [made] = await identity.rows(
    `select first_day::text, last_day::text from delegation where from_staff_id = $1`,
    approver.staffId,
  );
  expect(made).toEqual({ first_day: addDays(today, 2), last_day: addDays(today, 30) });
});

describe('an act that waits', () => {
  const kept = (id?: string) => identity.rows('select outcome, decided_by_name from account_act where id = $1', id);

  test('is withdrawn by its maker, refused by the owner or an administrator, or lapses after a week, without effect', async () => {
    const finance = await signedIn('510105-finance');
    const ask = async () => (await reset(superior, finance)).given?.act.id;
    const withdrawn = await ask();
    expect(codesOf(await command(second, 'withdrawAccountAct', { actId: withdrawn }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await command(superior, 'withdrawAccountAct', { actId: withdrawn }))).toEqual([]);
    const stopped = await ask();
    expect(codesOf(await command(finance, 'refuseAccountAct', { actId: stopped }))).toEqual([]);
    const refused = await ask();
    expect(codesOf(await command(second, 'refuseAccountAct', { actId: refused }))).toEqual([]);
    const lapsed = await ask();
    identity.wait(actLifetimeMs);
    expect(codesOf(await confirm(second, lapsed))).toEqual(['ACT_SETTLED']);
    expect(await Promise.all([withdrawn, stopped, refused, lapsed].map(kept))).toEqual([
      [{ outcome: 'WITHDRAWN', decided_by_name: superior.name }],
      [{ outcome: 'REFUSED', decided_by_name: finance.name }],
      [{ outcome: 'REFUSED', decided_by_name: second.name }],
      [{ outcome: null, decided_by_name: null }],
    ]);
    expect((await identity.signIn('510105-finance')).status).toBe(200);
    expect((await reset(superior, finance)).problems).toEqual([]);
  });

  test('is confirmed once by two concurrent confirmations, and not after a change of roles or on a closed account', async () => {
    const [reviewer, approver] = (await Promise.all(
      ['510106-reviewer', '510106-approver'].map((username) => signedIn(username)),
    )) as [Actor, Actor];
    const [third] = await identity.rows<{ id: string }>(
      `insert into staff (organization_path, organization_id, username, name, roles, password_hash)
       select organization_path, organization_id, 'city-admin-3', '第三人', roles, password_hash from staff where username = 'city-admin' returning id`,
    );
    const { act } = await changeRoles(superior, reviewer, ['STATISTICS']);
    const both = await Promise.all([
      confirm(second, act?.id),
      confirm({ ...second, staffId: third?.id ?? '' }, act?.id),
    ]);
    expect(both.flatMap(codesOf)).toEqual(['ACT_SETTLED']);

    const stale = await changeRoles(superior, approver, ['FINANCE']);
    await identity.rows(`update staff set roles = '{REVIEWER}' where id = $1`, approver.staffId);
    expect(codesOf(await confirm(second, stale.act?.id))).toEqual(['CHANGED_MEANWHILE']);
    expect(await kept(stale.act?.id)).toEqual([{ outcome: null, decided_by_name: null }]);

    const closed = await reset(superior, approver);
    await command(superior, 'deactivateStaff', { staffId: approver.staffId }, '');
    expect(codesOf(await confirm(second, closed.given?.act.id))).toEqual(['NOT_FOUND']);
  });

  test('is visible only to administrators and auditors of the subtree, and to the owner', async () => {
    const [lead, auditor, clerk, stranger] = (await Promise.all(
      ['510107-finance-lead', 'city-auditor', '510107-clerk', 'linjiang-admin'].map((username) => signedIn(username)),
    )) as [Actor, Actor, Actor, Actor];
    const { given } = await reset(superior, lead);
    const listed = `query ($id: ID!) { accountActs(filter: { waiting: true, staffId: $id }) { total items {
      kind state name askedByName staff { username } deciders mayConfirm mayRefuse mayWithdraw } } }`;
    const as = (actor: Actor) =>
      identity.answer<{ accountActs: { total: number; items: readonly object[] } }>(actor, listed, {
        id: lead.staffId,
      });
    const row = {
      kind: 'RESET_PASSWORD',
      state: 'WAITING',
      name: lead.name,
      askedByName: superior.name,
      staff: { username: '510107-finance-lead' },
      deciders: 2,
    };
    expect((await as(second)).data?.accountActs.items).toEqual([
      { ...row, mayConfirm: true, mayRefuse: true, mayWithdraw: false },
    ]);
    expect((await as(superior)).data?.accountActs.items).toEqual([
      { ...row, mayConfirm: false, mayRefuse: false, mayWithdraw: true },
    ]);
    expect((await as(auditor)).data?.accountActs.items).toEqual([
      { ...row, mayConfirm: false, mayRefuse: false, mayWithdraw: false },
    ]);
    expect((await as(stranger)).data?.accountActs.total).toBe(0);
    expect((await as(clerk)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(codesOf(await command(clerk, 'refuseAccountAct', { actId: given?.act.id }))).toEqual(['NOT_FOUND']);

    const own = '{ me { accountNews } myAccountActs { kind state mayRefuse } }';
    expect(await identity.ask(lead, own)).toEqual({
      me: { accountNews: 1 },
      myAccountActs: [{ kind: 'RESET_PASSWORD', state: 'WAITING', mayRefuse: true }],
    });
    await identity.ask(lead, 'mutation { markAccountActsSeen { problems { code } seen } }');
    expect(await identity.ask(lead, '{ me { accountNews } }')).toEqual({ me: { accountNews: 0 } });
    identity.wait(1_000);
    await confirm(second, given?.act.id);
    expect(await identity.ask(lead, '{ me { accountNews } }')).toEqual({ me: { accountNews: 1 } });
  });

  test('a page of acts costs the same number of statements however long it is', async () => {
    const cost = async (perPage: number): Promise<number> => {
      const before = identity.service.database.statements();
      await identity.ask(
        superior,
        `{ accountActs(perPage: ${perPage}) { total items { staff { name } organization { name } deciders to { name } } } }`,
      );
      return identity.service.database.statements() - before;
    };
    await cost(2);
    expect(await cost(20)).toBe(await cost(3));
  });
});

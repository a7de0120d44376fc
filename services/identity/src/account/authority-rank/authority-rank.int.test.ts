import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { addDays, localDateAt } from '@nuangong/primitives';
import { actorOfToken, startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;
let maker: Actor;
let second: Actor;

beforeAll(async () => {
  identity = await startIdentity();
  [maker, second] = (await Promise.all(['city-admin', 'city-admin-2'].map(signedIn))) as [Actor, Actor];
}, 60_000);

afterAll(() => identity?.stop());

const signedIn = async (username: string): Promise<Actor> =>
  actorOfToken((await identity.signIn(username)).answer.accessToken);
const today = () => localDateAt(identity.now());

interface Answered {
  readonly problems: readonly { readonly code: string }[];
  readonly act: { readonly id: string; readonly state: string; readonly rank: string | null } | null;
}

async function command(
  actor: Actor,
  name: string,
  input: object,
  type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`,
) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } act { id state rank } } }`;
  const { problems, act } = (await identity.ask<Record<string, Answered>>(actor, query, { input }))[name] as Answered;
  return { codes: problems.map(({ code }) => code), act };
}

const confirm = (actId = '') => command(second, 'confirmAccountAct', { actId }, 'DecideAccountActInput');
const grant = (staffId: string, rank: string, more: object = {}) =>
  command(maker, 'grantAuthorityRank', { staffId, rank, ...more });
const end = (authorityRankId: string, to?: string) => command(maker, 'endAuthorityRank', { authorityRankId, to });

async function granted(staffId: string, rank: string, more: object = {}): Promise<string> {
  const { act } = await grant(staffId, rank, more);
  expect((await confirm(act?.id)).codes).toEqual([]);
  const [held] = await identity.rows<{ id: string }>(
    'select id from authority_rank where staff_id = $1 order by id desc limit 1',
    staffId,
  );
  return held?.id ?? '';
}

const told = async (type: string, staffId: string) =>
  (
    await identity.rows<{ data: object }>(
      `select envelope -> 'data' as data from outbox where type = $1 and envelope -> 'data' ->> 'staffId' = $2
       order by position`,
      `nuangong.${type}.v1`,
      staffId,
    )
  ).map(({ data }) => data);

describe('a rank beside the role of approver', () => {
  test('is granted by two administrators, included in the token, and announced to other services without a name', async () => {
    const approver = await signedIn('510103-approver');
    expect(approver.rank).toBeUndefined();
    const { codes, act } = await grant(approver.staffId, 'CENTRE_DIRECTOR');
    expect([codes, act?.state, act?.rank]).toEqual([[], 'WAITING', 'CENTRE_DIRECTOR']);
    expect((await grant(approver.staffId, 'UNION_CHAIR')).codes).toEqual(['ACT_WAITS_ALREADY']);
    expect((await command(maker, 'confirmAccountAct', { actId: act?.id }, 'DecideAccountActInput')).codes).toEqual([
      'ACT_WAITS_FOR_ANOTHER',
    ]);
    expect((await signedIn('510103-approver')).rank).toBeUndefined();
    expect((await confirm(act?.id)).act?.state).toBe('CONFIRMED');

    const director = await signedIn('510103-approver');
    expect(director.rank).toBe('CENTRE_DIRECTOR');
    const asked = await identity.ask(director, '{ me { rank staff { ranks { rank inForceFrom inForceTo } } } }');
    expect(asked).toEqual({
      me: {
        rank: 'CENTRE_DIRECTOR',
        staff: { ranks: [{ rank: 'CENTRE_DIRECTOR', inForceFrom: today(), inForceTo: null }] },
      },
    });
    const [event] = await told('authority-rank-changed', director.staffId);
    expect(event).toMatchObject({ rank: 'CENTRE_DIRECTOR', from: today(), to: null });
    expect(JSON.stringify(event)).not.toContain(director.name);
    expect(
      await identity.rows(
        `select h.state ->> 'rank' as rank from organization_history h
         where record_type = 'AUTHORITY_RANK' and h.state ->> 'staff_id' = $1`,
        director.staffId,
      ),
    ).toEqual([{ rank: 'CENTRE_DIRECTOR' }]);
    expect((await grant(director.staffId, 'UNION_CHAIR')).codes).toEqual(['RANK_THERE']);
  });

  test('is only for approvers, never granted to oneself, and a union has one chair', async () => {
    const [reviewer, chair] = (await Promise.all(['qinghe-reviewer', 'qinghe-approver'].map(signedIn))) as [
      Actor,
      Actor,
    ];
    expect(chair.rank).toBe('UNION_CHAIR');
    expect((await grant(reviewer.staffId, 'CENTRE_DIRECTOR')).codes).toEqual(['RANK_WITHOUT_APPROVAL']);
    expect((await grant(maker.staffId, 'CENTRE_DIRECTOR')).codes).toEqual(['OWN_ACCOUNT']);
    expect(
      (await command(reviewer, 'grantAuthorityRank', { staffId: chair.staffId, rank: 'UNION_CHAIR' })).codes,
    ).toEqual(['FORBIDDEN']);
    const [other] = await identity.rows<{ id: string }>(
      `insert into staff (organization_id, organization_path, username, name, roles, password_hash)
       select $1::uuid, '51/5101/510101/', 'qinghe-approver-2', '冯雪', '{APPROVER}', password_hash from staff limit 1
       returning id`,
      organizationIdOf('510101'),
    );
    expect((await grant(other?.id ?? '', 'UNION_CHAIR')).codes).toEqual(['CHAIR_THERE']);
    await granted(other?.id ?? '', 'CENTRE_DIRECTOR');
    await expect(
      identity.rows(
        `insert into authority_rank (organization_path, organization_id, staff_id, rank, in_force_from, changed_on)
         select organization_path, organization_id, staff_id, 'UNION_CHAIR', '2020-01-01', '2020-01-01'
         from authority_rank where staff_id = $1`,
        other?.id,
      ),
    ).rejects.toMatchObject({ constraint: 'authority_rank_one_at_a_time' });
  });

  test('is delegated with the role, and ends after its last day', async () => {
    const [chair, colleague] = (await Promise.all(['qinghe-approver', 'qinghe-employment'].map(signedIn))) as [
      Actor,
      Actor,
    ];
    const days = { firstDay: today(), lastDay: addDays(today(), 5) };
    const input = { toStaffId: colleague.staffId, roles: ['APPROVER'], reason: '出差', ...days };
    await command(chair, 'delegateRoles', input);
    expect(await signedIn('qinghe-employment')).toMatchObject({
      rank: 'UNION_CHAIR',
      onBehalfOf: [{ staffId: chair.staffId }],
    });
    const brief = await signedIn('510104-approver');
    await granted(brief.staffId, 'UNION_CHAIR', { to: today() });
    expect((await signedIn('510104-approver')).rank).toBe('UNION_CHAIR');
    identity.wait(24 * 60 * 60 * 1000);
    expect((await signedIn('510104-approver')).rank).toBeUndefined();
  });

  test('is ended by two administrators, with sessions and jobs at the same time; its last day can only become earlier', async () => {
    const approver = await signedIn('510105-approver');
    const held = await granted(approver.staffId, 'CENTRE_DIRECTOR');
    const { act } = await end(held, addDays(today(), -1));
    expect(act?.state).toBe('WAITING');
    expect((await signedIn('510105-approver')).rank).toBe('CENTRE_DIRECTOR');
    expect((await confirm(act?.id)).codes).toEqual([]);
    expect((await signedIn('510105-approver')).rank).toBeUndefined();
    expect(await told('staff-rights-ended', approver.staffId)).toEqual([
      { staffId: approver.staffId, act: 'ROLES_CHANGED', borrowerId: null },
    ]);
    expect((await end(held)).codes).toEqual(['RANK_OVER']);
    const coming = await granted(approver.staffId, 'UNION_CHAIR', { from: addDays(today(), 30) });
    const taken = await end(coming);
    expect((await confirm(taken.act?.id)).codes).toEqual([]);
    expect(await told('authority-rank-changed', approver.staffId)).toContainEqual(
      expect.objectContaining({ from: addDays(today(), 30), to: addDays(today(), 29) }),
    );
    await granted(approver.staffId, 'UNION_CHAIR', { from: addDays(today(), 30) });
  });

  test('ends with the role of approver, and with the account', async () => {
    const [one, other] = (await Promise.all(['510106-approver', '510107-approver'].map(signedIn))) as [Actor, Actor];
    await granted(one.staffId, 'UNION_CHAIR');
    await granted(other.staffId, 'UNION_CHAIR');
    const { act } = await command(maker, 'changeStaffRoles', { staffId: one.staffId, roles: ['STATISTICS'] });
    expect((await confirm(act?.id)).codes).toEqual([]);
    const query = 'mutation ($input: DeactivateStaffInput!) { deactivateStaff(input: $input) { problems { code } } }';
    await identity.ask(maker, query, { input: { staffId: other.staffId } });
    const rows = await identity.rows(
      'select distinct (in_force_to < in_force_from or in_force_to < $2::date) as over from authority_rank where staff_id = any ($1::uuid[])',
      [one.staffId, other.staffId],
      today(),
    );
    expect(rows).toEqual([{ over: true }]);
  });
});

describe('the database', () => {
  const asService = (sql: string, ...values: readonly unknown[]) =>
    identity.service.database.sqlTransaction({ scope: maker.scope, staffId: maker.staffId }, (client) =>
      client.query(sql, [...values]),
    );

  test('refuses to grant or end a rank without confirmation, and to delete one', async () => {
    const [approver, chair] = (await Promise.all(['510108-approver', 'qinghe-approver'].map(signedIn))) as [
      Actor,
      Actor,
    ];
    await expect(
      asService(
        `insert into authority_rank (organization_path, organization_id, staff_id, rank, in_force_from, changed_on)
         values ($1, $2, $3, 'UNION_CHAIR', $4, $4)`,
        approver.scope,
        approver.organizationId,
        approver.staffId,
        today(),
      ),
    ).rejects.toMatchObject({ constraint: 'guarded_account' });
    const ending = `update authority_rank set in_force_to = $1, changed_on = $1 where staff_id = $2`;
    await expect(asService(ending, today(), chair.staffId)).rejects.toMatchObject({ constraint: 'guarded_account' });
    await expect(
      asService(`update authority_rank set rank = 'CENTRE_DIRECTOR' where staff_id = $1`, chair.staffId),
    ).rejects.toThrow('authority_rank_only_ends');
    await expect(asService('delete from authority_rank where staff_id = $1', chair.staffId)).rejects.toThrow(
      'append-only',
    );
  });

  test('does not show a county the ranks of another', async () => {
    const stranger = await signedIn('linjiang-admin');
    const seen = await identity.service.database.sqlTransaction(
      { scope: stranger.scope, staffId: stranger.staffId },
      (client) => client.query<{ path: string }>('select distinct organization_path as path from authority_rank'),
    );
    expect(seen.rows).toEqual([{ path: stranger.scope }]);
  });
});

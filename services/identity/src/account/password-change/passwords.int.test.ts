import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { buildActor } from '@nuangong/service/testing';
import { actorOfToken, cookieOf, startIdentity, type IdentityService } from '../../testing/identity-service.ts';
import { givenPasswordLifetimeMs } from '../password/given-password.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

const sentence = 'kettle harbour 7 violet';

interface Commanded {
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
  readonly given?: { readonly password: string } | null;
}

async function command(actor: Actor, name: string, input: object, fields = ''): Promise<Commanded> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } ${fields} } }`;
  const answer = await identity.ask<Record<string, Commanded>>(actor, query, { input });
  return answer[name] as Commanded;
}

async function signedIn(username: string, password?: string): Promise<{ actor: Actor; cookie: string }> {
  const { answer, cookie } = await identity.signIn(username, password);
  return { actor: actorOfToken(answer.accessToken), cookie };
}

async function refresh(cookie: string): Promise<{ status: number; roles: readonly string[] }> {
  const response = await identity.post('/auth/refresh', {}, { cookie });
  const { accessToken } = (await response.json()) as { accessToken?: string };
  return { status: response.status, roles: accessToken === undefined ? [] : actorOfToken(accessToken).roles };
}

describe('changing the own password', () => {
  test('needs the present and a good new password, and ends the other sessions', async () => {
    const elsewhere = await signedIn('qinghe-clerk');
    const here = await signedIn('qinghe-clerk');
    const change = (presentPassword: string, newPassword: string) =>
      command(here.actor, 'changePassword', { presentPassword, newPassword });
    expect((await change('not it', sentence)).problems).toEqual([
      { code: 'PRESENT_PASSWORD_WRONG', field: 'presentPassword' },
    ]);
    expect((await change('Nuangong-2026', 'qwertyuiopas')).problems).toEqual([
      { code: 'PASSWORD_SEQUENCE', field: 'newPassword' },
    ]);
    expect((await change('Nuangong-2026', sentence)).problems).toEqual([]);
    expect((await change(sentence, sentence)).problems).toEqual([{ code: 'PASSWORD_UNCHANGED', field: 'newPassword' }]);
    expect((await refresh(elsewhere.cookie)).status).toBe(401);
    expect(await refresh(here.cookie)).toEqual({ status: 200, roles: ['CLERK'] });
    expect((await identity.signIn('qinghe-clerk')).status).toBe(401);
    expect((await identity.signIn('qinghe-clerk', sentence)).status).toBe(200);
  });

  test('with a token counts attempts at the present password as sign-in does', async () => {
    const { actor } = await signedIn('qinghe-finance');
    const codes = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const input = { presentPassword: `guess ${index}`, newPassword: sentence };
        return (await command(actor, 'changePassword', input)).problems[0]?.code;
      }),
    );
    expect(codes.filter((code) => code === 'PRESENT_PASSWORD_WRONG')).toHaveLength(2);
    expect(codes.filter((code) => code === 'TRY_LATER')).toHaveLength(4);
    for (const gap of [2_001, 5_001, 10_001]) {
      identity.wait(gap);
      await command(actor, 'changePassword', { presentPassword: 'guess', newPassword: sentence });
    }
    const locked = await command(actor, 'changePassword', { presentPassword: 'guess', newPassword: sentence });
    expect(locked.problems[0]?.code).toBe('ACCOUNT_LOCKED');
    const locks = await identity.rows(`select after from audit_entry where action = 'staff.lock'`);
    expect(locks).toEqual([{ after: { at: 'PASSWORD' } }]);
  });
});

describe('a password given by another person', () => {
  test('an enrolled member of staff has no roles until the first password is changed', async () => {
    const input = { organizationId: organizationIdOf('510101'), username: 'new-clerk', name: '冯雪', roles: ['CLERK'] };
    expect(
      (await command(identity.administrator, 'enrolStaff', { ...input, password: '冯雪的第一个密码一二三四' }))
        .problems,
    ).toEqual([{ code: 'PASSWORD_OWN_NAME', field: 'password' }]);
    const password = 'a long sentence of words';
    expect((await command(identity.administrator, 'enrolStaff', { ...input, password })).problems).toEqual([]);
    const { answer } = await identity.signIn('new-clerk', password);
    expect(answer.mustChangePassword).toBe(true);
    const { actor, cookie } = await signedIn('new-clerk', password);
    expect(actor.roles).toEqual([]);
    const me = await identity.ask(actor, '{ me { actions roles staff { mustChangePassword roles } } }');
    expect(me).toEqual({ me: { actions: [], roles: [], staff: { mustChangePassword: true, roles: ['CLERK'] } } });
    const staff = await identity.answer(actor, '{ allStaff { total } }');
    expect(staff.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');

    const changed = await command(actor, 'changePassword', { presentPassword: password, newPassword: sentence });
    expect(changed.problems).toEqual([]);
    expect(await refresh(cookie)).toEqual({ status: 200, roles: ['CLERK'] });
  });

  test('an administrator resets a password in the own subtree: it is shown once, valid for a week, and sessions end', async () => {
    const before = await signedIn('qinghe-statistics');
    const staffId = before.actor.staffId;
    const fields = 'given { password until staff { mustChangePassword } }';
    const stranger = buildActor({ scope: '51/5101/510102/', roles: ['ADMINISTRATOR'] });
    expect((await command(stranger, 'resetPassword', { staffId }, fields)).problems[0]?.code).toBe('NOT_FOUND');
    expect((await command(buildActor(), 'resetPassword', { staffId }, fields)).problems[0]?.code).toBe('FORBIDDEN');
    const own = await command({ ...identity.administrator, staffId }, 'resetPassword', { staffId }, fields);
    expect(own.problems[0]?.code).toBe('OWN_ACCOUNT');

    const { given } = await command(identity.administrator, 'resetPassword', { staffId }, fields);
    expect(given?.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(await refresh(before.cookie)).toMatchObject({ status: 401 });
    expect((await identity.signIn('qinghe-statistics')).status).toBe(401);
    expect((await signedIn('qinghe-statistics', given?.password)).actor.roles).toEqual([]);
    const kept = await identity.rows(`select * from audit_entry where action = 'staff.reset-password'`);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(given?.password);

    identity.wait(givenPasswordLifetimeMs);
    const late = await identity.signIn('qinghe-statistics', given?.password);
    expect(late.answer.problems?.[0]?.code).toBe('GIVEN_PASSWORD_OVER');
  });
});

describe('the own sessions', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
  const asked = '{ mySessions { id device maskedAddress current } }';
  interface Listed {
    readonly mySessions: readonly {
      readonly id: string;
      readonly device: string;
      readonly maskedAddress: string;
      readonly current: boolean;
    }[];
  }

  test('are listed by device and masked address, and end one by one or all but this', async () => {
    const origin = { 'user-agent': chrome, 'x-forwarded-for': '203.0.113.77' };
    const first = await identity.signIn('qinghe-employment', undefined, origin);
    const second = await signedIn('qinghe-employment');
    const third = await signedIn('qinghe-employment');
    const listed = await identity.ask<Listed>(third.actor, asked);
    expect(listed.mySessions).toHaveLength(3);
    expect(listed.mySessions.filter(({ current }) => current).map(({ id }) => id)).toEqual([third.actor.sessionId]);
    const { sessionId } = actorOfToken(first.answer.accessToken);
    expect(listed.mySessions.find(({ id }) => id === sessionId)).toMatchObject({
      device: 'Chrome · Windows',
      maskedAddress: '203.0.113.*',
    });

    const colleague = await signedIn('qinghe-legal');
    expect((await command(colleague.actor, 'endSession', { sessionId })).problems[0]?.code).toBe('NOT_FOUND');
    expect((await command(third.actor, 'endSession', { sessionId })).problems).toEqual([]);
    expect((await refresh(first.cookie)).status).toBe(401);
    const { endOtherSessions } = await identity.ask<{ endOtherSessions: { ended: number } }>(
      third.actor,
      'mutation { endOtherSessions { problems { code } ended } }',
    );
    expect(endOtherSessions.ended).toBe(1);
    expect((await refresh(second.cookie)).status).toBe(401);
    const refreshed = await identity.post('/auth/refresh', {}, { cookie: third.cookie });
    expect([refreshed.status, cookieOf(refreshed)]).toEqual([200, expect.stringMatching(/\bnuangong_refresh=/)]);
  });
});

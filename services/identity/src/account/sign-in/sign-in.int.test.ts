import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildActor } from '@nuangong/service/testing';
import { lockMs } from '../sign-in-guard/sign-in-guard.ts';
import { actorOfToken, cookieOf, startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

const codeOf = async (username: string, password?: string): Promise<string> =>
  (await identity.signIn(username, password)).answer.problems?.[0]?.code ?? 'SIGNED_IN';

async function idOf(username: string): Promise<string> {
  const [row] = await identity.rows<{ id: string }>('select id from staff where username = $1', username);
  return row?.id ?? '';
}

test('a demonstration clerk signs in, is identified by the token, refreshes, and signs out', async () => {
  const response = await identity.post('/auth/sign-in', { username: 'qinghe-clerk', password: 'Nuangong-2026' });
  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  const { accessToken, mustChangePassword } = (await response.json()) as {
    accessToken: string;
    mustChangePassword: boolean;
  };
  expect(mustChangePassword).toBe(false);
  expect(actorOfToken(accessToken)).toMatchObject({ scope: '51/5101/510101/', roles: ['CLERK'] });
  const keys = await identity.fetch('/.well-known/jwks.json');
  expect(JSON.stringify(await keys.json())).not.toContain('"d"');

  const refreshed = await identity.post('/auth/refresh', {}, { cookie: cookieOf(response) });
  expect(refreshed.status).toBe(200);
  const signedOut = await identity.post('/auth/sign-out', {}, { cookie: cookieOf(refreshed) });
  expect(signedOut.status).toBe(204);
  expect((await identity.post('/auth/refresh', {}, { cookie: cookieOf(refreshed) })).status).toBe(401);
});

test('ended sessions are listed until their access tokens expire', async () => {
  const { cookie, answer } = await identity.signIn('qinghe-clerk');
  const { sessionId } = actorOfToken(answer.accessToken ?? '');
  const told = async () =>
    ((await (await identity.fetch('/ended-sessions')).json()) as { sessionIds: string[] }).sessionIds.includes(
      sessionId,
    );
  expect(await told()).toBe(false);
  await identity.post('/auth/sign-out', {}, { cookie });
  expect(await told()).toBe(true);
  identity.wait(10 * 60_000 + 1);
  expect(await told()).toBe(false);
});

test('a refresh token that comes a second time ends the session for both holders', async () => {
  const { cookie } = await identity.signIn('qinghe-reviewer');
  const refreshed = await identity.post('/auth/refresh', {}, { cookie });
  expect((await identity.post('/auth/refresh', {}, { cookie })).status).toBe(401);
  expect((await identity.post('/auth/refresh', {}, { cookie: cookieOf(refreshed) })).status).toBe(401);
});

describe('wrong passwords', () => {
  test('concurrent guesses are all counted: two are checked, the others wait', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => codeOf('qinghe-approver', `guess number ${index}`)),
    );
    expect(Object.groupBy(guesses, (code) => code)).toMatchObject({
      WRONG_PASSWORD: { length: 2 },
      TRY_LATER: { length: 10 },
    });
    const waiting = await identity.post('/auth/sign-in', { username: 'qinghe-approver', password: 'x' });
    expect(waiting.status).toBe(429);
    expect(await waiting.text()).toContain('2 秒后再试');
    identity.wait(2_001);
    expect(await codeOf('qinghe-approver')).toBe('SIGNED_IN');
    expect(await codeOf('qinghe-approver', 'wrong once')).toBe('WRONG_PASSWORD');
  });

  test.each([['qinghe-window'], ['nobody-here']])(
    'five in a row lock, with the same message for an existing and an unknown username: %s',
    async (username) => {
      const codes: string[] = [];
      for (const gap of [0, 0, 2_001, 5_001, 10_001, 0]) {
        identity.wait(gap);
        codes.push(await codeOf(username, 'not the password'));
      }
      expect(codes).toEqual([...Array.from({ length: 5 }, () => 'WRONG_PASSWORD'), 'ACCOUNT_LOCKED']);
      const { status, answer } = await identity.signIn(username);
      expect([status, answer.problems?.[0]?.zh]).toEqual([429, expect.stringContaining('15 分钟后再试')]);
    },
  );

  test('a lock is in the account’s audit log, visible to the administrator who can lift it, and ends by itself', async () => {
    const id = await idOf('qinghe-window');
    const administrator = buildActor({ roles: ['ADMINISTRATOR'] });
    const locks = await identity.rows(
      `select after from audit_entry where action = 'staff.lock' and record_id = $1`,
      id,
    );
    expect(locks).toEqual([{ after: { at: 'PASSWORD' } }]);
    const asked = 'query ($id: ID!) { staff(id: $id) { lockedUntil } }';
    const seen = await identity.ask<{ staff: { lockedUntil: string } }>(administrator, asked, { id });
    expect(new Date(seen.staff.lockedUntil).getTime()).toBeGreaterThan(identity.now().getTime());
    expect(await identity.ask(buildActor(), asked, { id })).toEqual({ staff: { lockedUntil: null } });

    const unlock = `mutation ($input: UnlockStaffInput!) { unlockStaff(input: $input) { problems { code } staff { lockedUntil } } }`;
    const stranger = buildActor({ scope: '51/5101/510102/', roles: ['ADMINISTRATOR'] });
    const refused = await identity.ask(stranger, unlock, { input: { staffId: id } });
    expect(refused).toMatchObject({ unlockStaff: { problems: [{ code: 'NOT_FOUND' }] } });
    const unlocked = await identity.ask(administrator, unlock, { input: { staffId: id } });
    expect(unlocked).toEqual({ unlockStaff: { problems: [], staff: { lockedUntil: null } } });
    expect(await codeOf('qinghe-window')).toBe('SIGNED_IN');

    identity.wait(lockMs);
    expect(await codeOf('nobody-here', 'not the password')).toBe('WRONG_PASSWORD');
  });

  test('a stranger’s guesses do not lock out the owner on a device used before', async () => {
    const owner = await identity.signIn('qinghe-legal');
    const another = await identity.signIn('qinghe-employment');
    const code = async (password?: string, cookie = '') =>
      (await identity.signIn('qinghe-legal', password, { cookie })).answer.problems?.[0]?.code ?? 'SIGNED_IN';
    for (const gap of [0, 0, 2_001, 5_001, 10_001]) {
      identity.wait(gap);
      expect(await code('a guess')).toBe('WRONG_PASSWORD');
    }
    expect(await code()).toBe('ACCOUNT_LOCKED');
    expect(await code(undefined, another.cookie)).toBe('ACCOUNT_LOCKED');
    expect(await code(undefined, 'nuangong_device=v1.forged')).toBe('ACCOUNT_LOCKED');
    expect(await code(undefined, owner.cookie)).toBe('SIGNED_IN');
    for (const gap of [0, 0, 2_001, 5_001, 10_001]) {
      identity.wait(gap);
      expect(await code('a guess', owner.cookie)).toBe('WRONG_PASSWORD');
    }
    expect(await code(undefined, owner.cookie)).toBe('ACCOUNT_LOCKED');
  });

  test('a typed username is kept only as a keyed digest, for a day', async () => {
    expect(await codeOf('my password in the wrong field', 'x')).toBe('WRONG_PASSWORD');
    expect(await codeOf('no\u0000name', 'x')).toBe('WRONG_PASSWORD');
    const kept = await identity.rows<{ row: string }>(`select t::text as row from sign_in_attempt t`);
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('wrong field');
    identity.wait(25 * 60 * 60 * 1000);
    await codeOf('somebody-else', 'x');
    expect(await identity.rows(`select from sign_in_attempt`)).toHaveLength(1);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { buildActor } from '@nuangong/service/testing';
import { codeAt } from '../second-factor/second-factor.ts';
import {
  actorOfToken,
  startIdentity,
  type IdentityService,
  type SignInAnswer,
} from '../../testing/identity-service.ts';
import { startOutsideProvider, type ProviderAtWork } from '../../testing/outside-provider-at-work.ts';

const publicOrigin = 'http://aid.example.cn';
let provider: ProviderAtWork;
let identity: IdentityService;

beforeAll(async () => {
  provider = await startOutsideProvider(`${publicOrigin}/auth/outside/callback`);
  identity = await startIdentity({ publicOrigin, outside: { ...provider, usernameClaim: 'preferred_username' } });
});

afterAll(async () => {
  await identity?.stop();
  await provider?.stop();
});

const get = (path: string, cookie = '') => identity.fetch(path, { redirect: 'manual', headers: { cookie } });

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

/** Begins here, signs in at the provider and comes back; returns the browser's final address. */
async function journey(
  subject: string,
  change: (back: URL, cookie: string) => readonly [URL, string] = (...both) => both,
) {
  const begun = await get('/auth/outside/begin');
  expect(begun.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  const back = await provider.signInAs(begun.headers.get('location') ?? '', subject);
  expect(back.origin).toBe(publicOrigin);
  const [cameBack, cookie] = change(back, cookiesOf(begun));
  const response = await get(cameBack.pathname + cameBack.search, cookie);
  return { at: response.headers.get('location'), cookie: cookiesOf(response), cameBack, sealed: cookie };
}

async function actorBy(cookie: string): Promise<Actor> {
  const refreshed = await identity.post('/auth/refresh', {}, { cookie });
  expect(refreshed.status).toBe(200);
  return actorOfToken(((await refreshed.json()) as SignInAnswer).accessToken);
}

async function link(username: string, subject: string | null, by: Actor = identity.administrator) {
  const [staff] = await identity.rows<{ id: string }>('select id from staff where username = $1', username);
  const { linkOutsideAccount } = await identity.ask<{ linkOutsideAccount: { problems: { code: string }[] } }>(
    by,
    'mutation ($input: LinkOutsideAccountInput!) { linkOutsideAccount(input: $input) { problems { code } staff { id } } }',
    { input: { staffId: staff?.id, subject } },
  );
  return linkOutsideAccount.problems.map(({ code }) => code);
}

test('a person linked by the administrator signs in at the provider and gets the account’s roles', async () => {
  expect(await link('qinghe-clerk', '7f3a-worker-0017')).toEqual([]);
  const { at, cookie } = await journey('7f3a-worker-0017');
  expect(at).toBe('/');
  expect(await actorBy(cookie)).toMatchObject({ roles: ['CLERK'], scope: '51/5101/510101/' });
  const [audited] = await identity.rows(`select after from audit_entry where action = 'session.sign-in'`);
  expect(audited).toEqual({ after: { outside: true } });
  expect(await (await get('/auth/ways')).json()).toEqual({ outside: true });
});

test('an unlinked person gets no account, nor does one whose account is closed', async () => {
  const before = await identity.rows('select from staff');
  const unknown = await journey('somebody-else');
  expect([unknown.at, unknown.cookie]).toEqual([
    '/login?refused=OUTSIDE_NOT_LINKED',
    expect.not.stringContaining('nuangong_refresh'),
  ]);
  expect(await identity.rows('select from staff')).toHaveLength(before.length);
  await link('qinghe-reviewer', 'closed');
  await identity.rows(`update staff set active = false where username = 'qinghe-reviewer'`);
  expect((await journey('closed')).at).toBe('/login?refused=OUTSIDE_NOT_LINKED');
});

test('a username from the provider links once: a later subject of that name is refused', async () => {
  expect((await journey('qinghe-finance')).at).toBe('/');
  expect(await identity.rows(`select outside_subject from staff where username = 'qinghe-finance'`)).toEqual([
    { outside_subject: 'qinghe-finance' },
  ]);
  await link('qinghe-window', 'somebody');
  expect((await journey('qinghe-window')).at).toBe('/login?refused=OUTSIDE_NOT_LINKED');
  expect(await link('qinghe-employment', 'somebody')).toEqual(['SUBJECT_TAKEN']);
  expect(await link('qinghe-window', null)).toEqual([]);
  expect(await link('qinghe-window', 'x', buildActor())).toEqual(['FORBIDDEN']);
});

test('an answer without its request, with another state, repeated or late is refused', async () => {
  const refused = '/login?refused=OUTSIDE_REFUSED';
  expect((await journey('7f3a-worker-0017', (back) => [back, ''])).at).toBe(refused);
  const another = await journey('7f3a-worker-0017', (back, cookie) => {
    back.searchParams.set('state', 'another');
    return [back, cookie];
  });
  expect(another.at).toBe(refused);
  const right = await journey('7f3a-worker-0017');
  const again = await get(right.cameBack.pathname + right.cameBack.search, right.sealed);
  expect(again.headers.get('location')).toBe(refused);
  const altered = await journey('7f3a-worker-0017', (back, cookie) => [
    back,
    cookie.replace(/.{9}$/, (end) => (end.startsWith('A') ? 'B' : 'A') + end.slice(1)),
  ]);
  expect(altered.at).toBe(refused);
  const late = await journey('7f3a-worker-0017', (...both) => {
    identity.wait(10 * 60 * 1000);
    return both;
  });
  expect(late.at).toBe(refused);
});

test('the second factor is still required, and a given password need not be changed first', async () => {
  await link('qinghe-statistics', 'statistics');
  await identity.rows(
    `update staff set given_password_until = now() + interval '7 days' where username = 'qinghe-statistics'`,
  );
  const actor = await actorBy((await journey('statistics')).cookie);
  expect(actor.roles).toEqual(['STATISTICS']);
  const ask = (query: string, input: object) =>
    identity.ask<{ begun: { begun: { secret: string } } }>(actor, query, { input });
  const { begun } = await ask(
    'mutation ($input: OwnPasswordInput!) { begun: beginSecondFactor(input: $input) { begun { secret } } }',
    { password: 'Nuangong-2026' },
  );
  const code = codeAt(begun.begun.secret, identity.now());
  await ask(
    'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { problems { code } } }',
    { code },
  );
  identity.wait(30_000);
  const { at, cookie } = await journey('statistics');
  expect(cookie).not.toContain('nuangong_refresh');
  const pendingToken = at?.replace('/login#second-step=', '');
  const response = await identity.post('/auth/second-step', {
    pendingToken,
    code: codeAt(begun.begun.secret, identity.now()),
  });
  const answer = (await response.json()) as SignInAnswer;
  expect(answer.mustChangePassword).toBe(false);
  expect(actorOfToken(answer.accessToken).roles).toEqual(['STATISTICS']);
});

test('without a provider this sign-in does not exist', async () => {
  const plain = await startIdentity();
  try {
    expect(await (await plain.fetch('/auth/ways')).json()).toEqual({ outside: false });
    expect((await plain.fetch('/auth/outside/begin')).status).toBe(404);
  } finally {
    await plain.stop();
  }
});

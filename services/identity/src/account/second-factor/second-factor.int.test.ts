import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { createTokenVerifier } from '@nuangong/access';
import { createRemoteJWKSet } from 'jose';
import { buildActor } from '@nuangong/service/testing';
import {
  actorOfToken,
  startIdentity,
  type IdentityService,
  type SignInAnswer,
} from '../../testing/identity-service.ts';
import { codeAt } from './second-factor.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

const password = 'Nuangong-2026';

async function command<Value>(actor: Actor, name: string, type: string, input: object, fields: string): Promise<Value> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } ${fields} } }`;
  const answer = await identity.ask<Record<string, Value>>(actor, query, { input });
  return answer[name] as Value;
}

interface Problems {
  readonly problems: readonly { readonly code: string }[];
}

/** Signs in and switches the second factor on; returns the actor, the device's secret and the recovery codes. */
async function switchOn(username: string): Promise<{ actor: Actor; secret: string; codes: readonly string[] }> {
  const actor = actorOfToken((await identity.signIn(username)).answer.accessToken);
  const { begun } = await command<{ begun: { secret: string; address: string } }>(
    actor,
    'beginSecondFactor',
    'OwnPasswordInput',
    { password },
    'begun { secret address }',
  );
  expect(begun.address).toContain(begun.secret);
  const { recovery } = await command<{ recovery: { codes: string[] } }>(
    actor,
    'confirmSecondFactor',
    'ConfirmSecondFactorInput',
    { code: codeAt(begun.secret, identity.now()) },
    'recovery { codes }',
  );
  identity.wait(30_000);
  return { actor, secret: begun.secret, codes: recovery.codes };
}

async function secondStep(pendingToken: string | undefined, code: string) {
  const response = await identity.post('/auth/second-step', { pendingToken, code });
  return { status: response.status, answer: (await response.json()) as SignInAnswer };
}

const codesOf = ({ answer }: { readonly answer: SignInAnswer }) => answer.problems?.map(({ code }) => code) ?? [];

test('when it is on, a password alone gives a token that allows only the second step', async () => {
  const { secret } = await switchOn('qinghe-clerk');
  const [kept] = await identity.rows<{ sealed_secret: string }>('select sealed_secret from second_factor');
  expect(kept?.sealed_secret).not.toContain(secret);

  const first = await identity.signIn('qinghe-clerk');
  expect(first.answer).toEqual({ pendingToken: expect.any(String), expiresIn: 300 });
  expect(first.cookie).toBe('');
  const verifier = createTokenVerifier(createRemoteJWKSet(new URL(`${identity.service.url}/.well-known/jwks.json`)));
  expect(await verifier.verify(`Bearer ${first.answer.pendingToken}`)).toEqual({ kind: 'FORGED' });

  const code = codeAt(secret, identity.now());
  const both = await Promise.all([1, 2].map(() => secondStep(first.answer.pendingToken, code)));
  expect(both.map(codesOf).toSorted()).toEqual([[], ['CODE_WRONG']]);
  expect(actorOfToken(both.find(({ status }) => status === 200)?.answer.accessToken).roles).toEqual(['CLERK']);
  expect(codesOf(await secondStep(first.answer.pendingToken, '000000'))).toEqual(['CODE_WRONG']);
  identity.wait(10_001);
  const again = await identity.signIn('qinghe-clerk');
  expect(codesOf(await secondStep(again.answer.pendingToken, code))).toEqual(['CODE_WRONG']);
  identity.wait(300_001);
  expect(codesOf(await secondStep(again.answer.pendingToken, codeAt(secret, identity.now())))).toEqual([
    'SECOND_STEP_OVER',
  ]);
});

test('each recovery code signs in once, however it is typed, and its use is in the audit log', async () => {
  const { actor, codes } = await switchOn('qinghe-reviewer');
  expect(codes).toHaveLength(10);
  const typed = (codes[0] ?? '').toUpperCase().replace('-', ' ');
  const enter = async () => secondStep((await identity.signIn('qinghe-reviewer')).answer.pendingToken, typed);
  expect((await enter()).status).toBe(200);
  expect(codesOf(await enter())).toEqual(['CODE_WRONG']);
  const used = await identity.rows(`select after from audit_entry where action = 'staff.use-recovery-code'`);
  expect(used).toEqual([{ after: { left: 9 } }]);
  const left = '{ mySecondFactor { recoveryCodesLeft } }';
  expect(await identity.ask(actor, left)).toEqual({ mySecondFactor: { recoveryCodesLeft: 9 } });
  const renewed = await command<{ recovery: { codes: string[] } }>(
    actor,
    'renewRecoveryCodes',
    'OwnPasswordInput',
    { password },
    'recovery { codes }',
  );
  expect(renewed.recovery.codes).not.toEqual(expect.arrayContaining([codes[1]]));
  expect(await identity.ask(actor, left)).toEqual({ mySecondFactor: { recoveryCodesLeft: 10 } });
});

test('wrong codes lock, and the right password does not reset the count', async () => {
  const { secret } = await switchOn('qinghe-approver');
  const told: string[] = [];
  for (const gap of [0, 0, 2_001, 5_001, 10_001, 0]) {
    identity.wait(gap);
    const { answer } = await identity.signIn('qinghe-approver');
    told.push(...codesOf(await secondStep(answer.pendingToken, '000000')));
  }
  expect(told).toEqual([...Array.from({ length: 5 }, () => 'CODE_WRONG'), 'ACCOUNT_LOCKED']);
  const { answer } = await identity.signIn('qinghe-approver');
  const right = await secondStep(answer.pendingToken, codeAt(secret, identity.now()));
  expect([right.status, codesOf(right)]).toEqual([429, ['ACCOUNT_LOCKED']]);
  const locks = await identity.rows(`select after from audit_entry where action = 'staff.lock'`);
  expect(locks).toEqual([{ after: { at: 'SECOND_FACTOR' } }]);
});

test('it is switched on with the device’s own code, and off with the password or by another administrator', async () => {
  const actor = actorOfToken((await identity.signIn('qinghe-window')).answer.accessToken);
  const begin = (given: string) =>
    command<Problems>(actor, 'beginSecondFactor', 'OwnPasswordInput', { password: given }, 'begun { secret }');
  expect((await begin('not it')).problems).toEqual([{ code: 'PRESENT_PASSWORD_WRONG', field: 'password' }]);
  expect((await begin(password)).problems).toEqual([]);
  const confirm = { code: '000000' };
  const wrong = await command<Problems>(
    actor,
    'confirmSecondFactor',
    'ConfirmSecondFactorInput',
    confirm,
    'recovery { codes }',
  );
  expect(wrong.problems[0]?.code).toBe('CODE_WRONG');
  expect((await identity.signIn('qinghe-window')).status).toBe(200);

  const finance = await switchOn('qinghe-finance');
  const own = await command<Problems>(
    finance.actor,
    'removeSecondFactor',
    'OwnPasswordInput',
    { password },
    'staff { id }',
  );
  expect(own.problems).toEqual([]);
  expect((await identity.signIn('qinghe-finance')).answer.accessToken).toBeDefined();

  const { staffId } = (await switchOn('qinghe-statistics')).actor;
  const remove = (by: Actor) =>
    command<Problems>(
      by,
      'removeStaffSecondFactor',
      'RemoveStaffSecondFactorInput',
      { staffId },
      'staff { secondFactor }',
    );
  const stranger = buildActor({ scope: '51/5101/510102/', roles: ['ADMINISTRATOR'] });
  expect((await remove(stranger)).problems[0]?.code).toBe('NOT_FOUND');
  expect((await remove(buildActor())).problems[0]?.code).toBe('FORBIDDEN');
  expect(await remove(identity.administrator)).toEqual({ problems: [], staff: { secondFactor: false } });
  expect((await identity.signIn('qinghe-statistics')).answer.accessToken).toBeDefined();
  const entries = await identity.rows(`select from audit_entry where action = 'staff.remove-second-factor'`);
  expect(entries).toHaveLength(2);
});

test('the database accepts no time step twice', async () => {
  await switchOn('qinghe-employment');
  const owner = identity.rows('update second_factor set last_step = last_step');
  await expect(owner).rejects.toThrow('second_factor_step_is_later');
});

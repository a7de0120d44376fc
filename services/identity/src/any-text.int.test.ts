import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOfAnyText } from '@nuangong/service/testing';
import { schema } from './schema.ts';
import { startIdentity, type IdentityService } from './testing/identity-service.ts';

let service: IdentityService;

beforeAll(async () => {
  service = await startIdentity();
});

afterAll(() => service?.stop());

test('no text at any place of the graph causes an internal fault', async () => {
  expect(await faultsOfAnyText(service, schema, fc.sample(fc.string({ unit: 'binary', maxLength: 300 }), 200))).toEqual(
    [],
  );
}, 240_000);

test('no username or user agent at sign-in causes an internal fault', async () => {
  for (const text of ['\u0000', 'a\u0000b', '\ud842', '%']) {
    const bodies = [
      { username: text, password: text },
      { username: 'qinghe-reviewer', password: text },
    ];
    for (const body of bodies) expect((await service.post('/auth/sign-in', body)).status).toBeOneOf([400, 401]);
    expect((await service.post('/auth/second-step', { pendingToken: text, code: text })).status).toBeOneOf([400, 401]);
  }
  service.wait(60 * 60 * 1000);
  const signedIn = await service.signIn('qinghe-clerk', undefined, {
    'user-agent': 'Mozilla/5.0 \u0085\u00ff Chrome/1',
  });
  expect(signedIn.status).toBe(200);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOfToken, startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

async function draftKeyOf(username: string): Promise<string> {
  const actor = actorOfToken((await identity.signIn(username)).answer.accessToken);
  const { me } = await identity.ask<{ me: { draftKey: string } }>(actor, '{ me { draftKey } }');
  return me.draftKey;
}

test('an account has its own key for drafts, the same in each session', async () => {
  const first = await draftKeyOf('qinghe-clerk');
  expect(Buffer.from(first, 'base64')).toHaveLength(32);
  expect(await draftKeyOf('qinghe-clerk')).toBe(first);
  expect(await draftKeyOf('qinghe-window')).not.toBe(first);
});

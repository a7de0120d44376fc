import { afterAll, beforeAll, expect, test } from 'vitest';
import { incompatibleRoles } from '@nuangong/access';
import { startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

test('the database has the same pairs as packages/access', async () => {
  const held = await identity.rows<{ one: string; other: string }>(
    'select one::text, other::text from incompatible_roles()',
  );
  const sorted = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join(' ')).toSorted();
  expect(sorted(held.map(({ one, other }) => [one, other]))).toEqual(
    sorted(incompatibleRoles.map(({ roles }) => roles)),
  );
});

test('the database refuses each pair; one held before does not block other changes', async () => {
  const write = (roles: readonly string[]) =>
    identity.rows(`update staff set roles = $1::"Role"[] where username = 'qinghe-clerk'`, roles);
  for (const { roles } of incompatibleRoles) {
    await expect(write([...roles, 'STATISTICS'])).rejects.toThrow('staff_roles_go_together');
  }
  await write(['CLERK', 'WINDOW_CLERK']);
  await identity.rows('alter table staff disable trigger staff_roles_go_together');
  await write(['CLERK', 'APPROVER']);
  await identity.rows('alter table staff enable trigger staff_roles_go_together');
  expect((await identity.signIn('qinghe-clerk')).status).toBe(200);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { addDays, localDateAt } from '@nuangong/primitives';
import { actorOfToken, startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

const actorNamed = async (username: string): Promise<Actor> =>
  actorOfToken((await identity.signIn(username)).answer.accessToken);

async function command<Answer>(actor: Actor, name: string, input: object, fields = ''): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { problems { code } ${fields} } }`;
  const data = await identity.ask<Record<string, Answer>>(actor, query, { input });
  expect(data[name]).toMatchObject({ problems: [] });
  return data[name] as Answer;
}

const told = async ({ staffId }: Actor) =>
  (
    await identity.rows<{ data: object }>(
      `select envelope -> 'data' as data from outbox where type = 'nuangong.staff-rights-ended.v1' and envelope -> 'data' ->> 'staffId' = $1 order by position`,
      staffId,
    )
  ).map(({ data }) => data);

test.each([
  ['an account that is closed', 'deactivateStaff', {}, 'ACCOUNT_CLOSED', 'qinghe-window'],
  ['roles that are changed', 'changeStaffRoles', { roles: ['WINDOW_CLERK'] }, 'ROLES_CHANGED', 'qinghe-clerk'],
  ['a password that is reset', 'resetPassword', {}, 'PASSWORD_RESET', 'qinghe-employment'],
] as const)('%s is announced to the other services', async (_what, name, more, act, username) => {
  const actor = await actorNamed(username);
  await command(identity.administrator, name, { staffId: actor.staffId, ...more });
  expect(await told(actor)).toEqual([{ staffId: actor.staffId, act, borrowerId: null }]);
});

test('the end of a delegation is announced for its borrower only', async () => {
  const [lender, borrower] = (await Promise.all(['qinghe-reviewer', 'qinghe-statistics'].map(actorNamed))) as [
    Actor,
    Actor,
  ];
  const today = localDateAt(identity.now());
  const days = { firstDay: today, lastDay: addDays(today, 2) };
  const { delegation } = await command<{ delegation: { id: string } }>(
    lender,
    'delegateRoles',
    { toStaffId: borrower.staffId, roles: ['REVIEWER'], reason: '出差', ...days },
    'delegation { id }',
  );
  expect(await told(lender)).toEqual([]);
  await command(lender, 'endDelegation', { delegationId: delegation.id });
  expect(await told(lender)).toEqual([
    { staffId: lender.staffId, act: 'DELEGATION_ENDED', borrowerId: borrower.staffId },
  ]);
});

import { expect, test } from 'vitest';
import { actorFromClaims, claimsOf, nameInAudit, type Actor } from './actor.ts';
import { scopeOf } from './organization-path.ts';

const actor: Actor = {
  kind: 'STAFF',
  staffId: 'w',
  sessionId: 's',
  name: '王五',
  organizationId: 'o',
  organizationName: '青禾县总工会',
  scope: scopeOf('51/5101/510101/'),
  roles: ['APPROVER', 'WINDOW_CLERK'],
};
const withPhone: Actor = { ...actor, officePhone: '0810-8101004' };
const ofRank: Actor = { ...actor, rank: 'CENTRE_DIRECTOR' };
const borrowing: Actor = {
  ...actor,
  onBehalfOf: [
    { staffId: 'l', name: '李四' },
    { staffId: 'z', name: '张三' },
  ],
};

test('given an actor with own or borrowed roles, an office telephone, a rank, or none, when it is written to a token, then the same actor is read back', () => {
  for (const each of [actor, withPhone, ofRank, borrowing]) {
    const claims = JSON.parse(JSON.stringify({ sub: each.staffId, ...claimsOf(each) })) as Record<string, unknown>;
    expect(actorFromClaims(claims)).toEqual(each);
  }
});

test('given a token whose lenders are not people, when it is read, then it is refused', () => {
  const claims = { sub: 'w', ...claimsOf(actor), behalf: [{ staffId: 'l' }] };
  expect(() => actorFromClaims(claims)).toThrow('name');
});

test('given a token with an unknown rank, when it is read, then the actor has no rank', () => {
  expect(actorFromClaims({ sub: 'w', ...claimsOf(actor), rank: 'EMPEROR' })).toEqual(actor);
});

test('given borrowed roles, when the audit log names the actor, then it says on whose behalf', () => {
  expect(nameInAudit(actor)).toBe('王五');
  expect(nameInAudit(borrowing)).toBe('王五（代李四、张三）');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { buildActor } from '@nuangong/service/testing';
import { actorOfToken, startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

interface Changed {
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
  readonly staff: { readonly officePhone: string | null } | null;
}

async function change(actor: Actor, input: object): Promise<Changed> {
  const query = `mutation ($input: ChangeOfficePhoneInput!) {
    changeOfficePhone(input: $input) { problems { code field } staff { officePhone } } }`;
  return (await identity.ask<{ changeOfficePhone: Changed }>(actor, query, { input })).changeOfficePhone;
}

const signedIn = async (username: string): Promise<Actor> =>
  actorOfToken((await identity.signIn(username)).answer.accessToken);

test('a preparer’s office telephone is in the token, and shown by me', async () => {
  const statistics = await signedIn('qinghe-statistics');
  expect(statistics.officePhone).toMatch(/^0810-8\d{6}$/);
  expect(await identity.ask(statistics, '{ me { staff { officePhone } } }')).toEqual({
    me: { staff: { officePhone: statistics.officePhone } },
  });
});

test('staff change their own telephone, the subtree’s administrator a colleague’s, and each change is audited', async () => {
  const [statistics, clerk] = [await signedIn('qinghe-statistics'), await signedIn('qinghe-clerk')];
  expect(await change(statistics, { officePhone: '（0854）8222333转801' })).toEqual({
    problems: [],
    staff: { officePhone: '0854-8222333-801' },
  });
  expect((await signedIn('qinghe-statistics')).officePhone).toBe('0854-8222333-801');
  expect((await change(statistics, { officePhone: '8222333' })).problems).toEqual([
    { code: 'PHONE_AREA_CODE_MISSING', field: 'officePhone' },
  ]);
  const { staffId } = statistics;
  expect((await change(clerk, { staffId, officePhone: '' })).problems[0]?.code).toBe('FORBIDDEN');
  const stranger = buildActor({ scope: '51/5101/510102/', roles: ['ADMINISTRATOR'] });
  expect((await change(stranger, { staffId, officePhone: '' })).problems[0]?.code).toBe('NOT_FOUND');
  const administrator = buildActor({ roles: ['ADMINISTRATOR'] });
  expect((await change(administrator, { staffId, officePhone: '' })).staff).toEqual({ officePhone: null });
  expect((await signedIn('qinghe-statistics')).officePhone).toBeUndefined();
  const kept = await identity.rows(
    `select before ->> 'officePhone' as was, after ->> 'officePhone' as is from audit_entry
     where action = 'staff.change-office-phone' and record_id = $1 order by id desc limit 1`,
    staffId,
  );
  expect(kept).toEqual([{ was: '0854-8222333-801', is: null }]);
});

test('industry unions are listed beside the counties, for allocations, quotas and tables', async () => {
  const city = buildActor({ scope: '51/5101/', roles: ['FINANCE'] });
  const { organizations } = await identity.ask<{ organizations: { total: number; items: { code: string }[] } }>(
    city,
    '{ organizations(page: 1, perPage: 100, filter: { kinds: [COUNTY, INDUSTRY_UNION] }) { total items { code } } }',
  );
  expect(organizations.total).toBe(24);
  expect(organizations.items.map(({ code }) => code)).toContain('510190');
});

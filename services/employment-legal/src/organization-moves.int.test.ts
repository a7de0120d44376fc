import { afterAll, beforeAll, expect, test } from 'vitest';
import { contracts, makeEvent, newEventId } from '@nuangong/events';
import { buildActor } from '@nuangong/service/testing';
import {
  asOwner,
  carryOut,
  county,
  hearOfHousehold,
  officer,
  otherCounty,
  startEmploymentLegal,
  type Service,
} from './testing/start-employment-legal.ts';

let service: Service;
const works = { id: '00000000-0000-7000-8000-000051010101', code: '510101-01', name: '县农机厂工会' };
const former = `${county.path}510101-01/`;
const present = `${otherCounty.path}510101-01/`;

beforeAll(async () => {
  service = await startEmploymentLegal();
  for (const organization of [
    { ...county, id: '00000000-0000-7000-8000-000000005101', path: '51/5101/', code: '5101', kind: 'CITY' } as const,
    { ...county, kind: 'COUNTY' } as const,
    { ...otherCounty, kind: 'COUNTY' } as const,
    { ...works, path: former, kind: 'BASE_UNION' } as const,
  ]) {
    const { kind, ...named } = organization;
    const data = { organization: named, kind, parentId: null };
    await receive(makeEvent(contracts['organization-registered.v1'], data, told(named.path)));
  }
});
afterAll(() => service?.stop());

const told = (organizationPath: string) => ({
  id: newEventId(),
  time: new Date(),
  organizationPath,
  actor: 'test',
  requestId: 'test',
});
const receive = (event: object) => service.service.events.receive(event);

const legalCase = async (scope: string, id: string) => {
  const actor = buildActor({ scope, name: '吴静', roles: ['LEGAL_AID'] });
  const asked = await service.ask<{ legalCase: { id: string } | null }>(
    { ...actor, staffId: officer.staffId },
    'query ($id: ID!) { legalCase(id: $id) { id content } }',
    { id },
  );
  return asked.legalCase;
};

test('given a union with a household and a legal case, when it moves to another county, then both move, and sealed texts still open', async () => {
  const householdId = await hearOfHousehold(service, { organization: { ...works, path: former } });
  const unionsOfficer = { ...officer, scope: buildActor({ scope: former }).scope, organizationId: works.id };
  const opened = await carryOut<{ id: string }>(
    service,
    unionsOfficer,
    'openLegalCase',
    'legalCase',
    { kind: 'ARBITRATION', clientName: '刘某某', householdId, content: '拖欠加班工资' },
    'id',
  );
  const moved = makeEvent(
    contracts['organization-moved.v1'],
    {
      organization: { ...works, path: present },
      formerPath: former,
      parentId: otherCounty.id,
      formerParentId: county.id,
      from: '2026-12-01',
      sequence: 1,
      movedAt: '2026-12-01T01:30:00.000Z',
    },
    told('51/5101/'),
  );
  await receive(moved);
  await receive(moved);
  expect(await asOwner(service, 'select type, cause from dead_letter')).toEqual([]);
  expect(await legalCase(otherCounty.path, opened.id)).toEqual({ id: opened.id, content: '拖欠加班工资' });
  expect(await legalCase(county.path, opened.id)).toBeNull();
  expect(
    await asOwner(service, 'select organization_path from known_household where household_id = $1', [householdId]),
  ).toEqual([{ organization_path: present }]);
  // Told before the move, delivered after it.
  const late = await hearOfHousehold(service, { organization: { ...works, path: former } });
  expect(
    await asOwner(service, 'select organization_path from known_household where household_id = $1', [late]),
  ).toEqual([{ organization_path: present }]);
});

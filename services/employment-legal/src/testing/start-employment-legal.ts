import { buildActor, startTestService, type TestService } from '@nuangong/service/testing';
import { contracts, makeEvent, newEventId, type EventData } from '@nuangong/events';
import { Client } from 'pg';
import type { Transaction } from '../builder.ts';
import { employmentLegalDefinition } from '../definition.ts';

export type Service = TestService<Transaction>;

/** The day of the tests: 8 December 2026, ten in the morning in China. */
export const now = new Date('2026-12-08T02:00:00.000Z');

const serviceDirectory = new URL('../..', import.meta.url).pathname;

/** The service on new databases, at the day of the tests. */
export function startEmploymentLegal(): Promise<Service> {
  return startTestService(
    employmentLegalDefinition(() => now),
    { serviceDirectory, serviceRole: 'nuangong_employment_legal' },
  );
}

export const county = {
  path: '51/5101/510101/',
  id: '00000000-0000-7000-8000-000000510101',
  name: '青禾县总工会',
  code: '510101',
};
export const otherCounty = {
  path: '51/5101/510102/',
  id: '00000000-0000-7000-8000-000000510102',
  name: '临江县总工会',
  code: '510102',
};

const ofOther = { scope: otherCounty.path, organizationId: otherCounty.id, organizationName: otherCounty.name };

export const employment = buildActor({ name: '周涛', roles: ['EMPLOYMENT'] });
export const officer = buildActor({ name: '吴静', roles: ['LEGAL_AID'] });
export const otherOfficer = buildActor({ name: '沈兰', roles: ['LEGAL_AID'] });
export const clerk = buildActor({ name: '王秀英', roles: ['CLERK'] });
export const finance = buildActor({ name: '陈晓梅', roles: ['FINANCE'] });
export const stranger = buildActor({ ...ofOther, name: '孙燕', roles: ['EMPLOYMENT', 'LEGAL_AID', 'CLERK'] });
export const cityEmployment = buildActor({ scope: '51/5101/', name: '韩冰', roles: ['EMPLOYMENT'] });

type Activated = EventData<(typeof contracts)['case-file-activated.v1']>;

/** Delivers the event that a household's case file became active; returns the household's id. */
export async function hearOfHousehold(
  service: Service,
  told: Partial<Omit<Activated, 'householdId'>> & { readonly householdId?: string; readonly time?: Date } = {},
): Promise<string> {
  const { time = now, householdId = newEventId(), ...said } = told;
  const organization = said.organization ?? county;
  const data: Activated = {
    caseFileId: newEventId(),
    caseFileVersion: 1,
    householdId,
    organization,
    hardshipClass: 'BELOW_LINE',
    causes: ['UNEMPLOYMENT'],
    members: 3,
    workers: 1,
    migrantWorkers: 0,
    newGenerationMigrantWorker: false,
    modelWorker: false,
    activatedOn: '2026-12-01',
    ...said,
  };
  const circumstances = {
    id: newEventId(),
    time,
    organizationPath: organization.path,
    actor: 'test',
    requestId: 'test',
  };
  await service.service.events.receive(makeEvent(contracts['case-file-activated.v1'], data, circumstances));
  return householdId;
}

/** Delivers the event that a household left the register. */
export async function hearOfExit(service: Service, householdId: string, time: Date): Promise<void> {
  const data = {
    caseFileId: newEventId(),
    householdId,
    organization: county,
    reason: 'AIDED',
    exitedOn: '2026-12-07',
  } as const;
  const circumstances = { id: newEventId(), time, organizationPath: county.path, actor: 'test', requestId: 'test' };
  await service.service.events.receive(makeEvent(contracts['case-file-exited.v1'], data, circumstances));
}

/** Queries the database as its owner, who sees every row. */
export async function asOwner<Row extends object>(
  service: Service,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const owner = new Client({ connectionString: service.databases.ownerUrl });
  await owner.connect();
  try {
    return (await owner.query<Row>(sql, [...values])).rows;
  } finally {
    await owner.end();
  }
}

/** The data of the events of a type about an entity, oldest first. */
export async function announced(service: Service, type: string, key: string): Promise<Record<string, unknown>[]> {
  const sql = `select envelope->'data' as data from outbox where type = $1 and key = $2 order by position`;
  const rows = await asOwner<{ data: Record<string, unknown> }>(service, sql, [`nuangong.${type}`, key]);
  return rows.map(({ data }) => data);
}

/** The actions in the audit log about a record, oldest first. */
export async function audited(service: Service, recordId: string): Promise<{ action: string; staff: string }[]> {
  const sql = 'select action, staff_name as staff from audit_entry where record_id = $1 order by id';
  return asOwner<{ action: string; staff: string }>(service, sql, [recordId]);
}

export interface ToldProblem {
  readonly code: string;
  readonly field: string | null;
}

/** A command's result: problems as code and field, and the record. */
export interface Answer<Value> {
  readonly problems: readonly ToldProblem[];
  readonly value: Value | null;
}

type Asker = Parameters<Service['ask']>[0];

/** Runs the command `doThing` and returns the requested fields of `thing`. */
export async function command<Value>(
  service: Service,
  actor: Asker,
  name: string,
  thing: string,
  input: object,
  fields: string,
): Promise<Answer<Value>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { answer: ${name}(input: $input) {
    problems { code field } value: ${thing} { ${fields} } } }`;
  const { answer } = await service.ask<{ answer: Answer<Value> }>(actor, query, { input });
  return answer;
}

/** Runs a command that is expected to succeed; throws with its problems otherwise. */
export async function carryOut<Value>(...given: Parameters<typeof command>): Promise<Value> {
  const answer = await command<Value>(...given);
  if (answer.value === null) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

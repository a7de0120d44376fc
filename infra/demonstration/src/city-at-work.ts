import { Client } from 'pg';
import { scopeOf, type Actor, type Role } from '@nuangong/access';
import { caseRecordsDefinition } from '@nuangong/case-records/definition';
import { organizations } from '@nuangong/demonstration-city';
import { employmentLegalDefinition } from '@nuangong/employment-legal/definition';
import { fundsDefinition } from '@nuangong/funds/definition';
import { localDateAt } from '@nuangong/primitives';
import { reportingDefinition } from '@nuangong/reporting/definition';
import type { ServiceEnvironment } from '@nuangong/service';
import { openDesk, type Envelope, type ServiceDesk } from './open-desk.ts';

/** The services in which the city works. */
export const workingServices = ['case-records', 'funds', 'employment-legal', 'reporting'] as const;
export type WorkingService = (typeof workingServices)[number];

/** Where the city's databases are, and the environment of each service. */
export interface CityAddresses {
  readonly services: Readonly<Record<WorkingService, ServiceEnvironment>>;
  /** Identity's database as its own service and as its owner. */
  readonly identityUrl: string;
  readonly identityOwnerUrl: string;
}

/** The demonstration city with its clock, its staff and its services, before any of them serves. */
export interface CityAtWork {
  /** Sets the clock of every service: a day, and an hour of Chinese time. */
  on(day: string, hour?: number): void;
  readonly today: () => string;
  desk(service: WorkingService): ServiceDesk;
  /** A member of staff by username. */
  staff(username: string): Actor;
  /** Hands every event to every service that reacts to it, until none is left. */
  deliver(): Promise<void>;
  /** Runs every service's tasks of every few minutes once. */
  runTasks(): Promise<void>;
  stop(): Promise<void>;
}

interface StaffRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organization_id: string;
  readonly office_phone: string | null;
}

/** Opens the services of the demonstration city; `now` is the clock's first time. */
export async function openCity(addresses: CityAddresses, now: Date): Promise<CityAtWork> {
  let time = now;
  const clock = (): Date => time;
  const { services } = addresses;
  const opened = await Promise.all([
    openDesk(caseRecordsDefinition(clock), services['case-records'], ({ background }) => background.idle()),
    openDesk(fundsDefinition(clock), services.funds),
    openDesk(employmentLegalDefinition(clock), services['employment-legal']),
    openDesk(reportingDefinition(clock), services.reporting),
  ]);
  const desks = new Map(opened.map((desk) => [desk.name, desk]));
  const [staff, organizationEvents] = await Promise.all([
    readStaff(addresses.identityOwnerUrl),
    readOutbox(addresses.identityUrl),
  ]);
  let untold: readonly Envelope[] = organizationEvents;

  async function deliver(): Promise<void> {
    for (;;) {
      const told = [...untold, ...(await Promise.all(opened.map((desk) => desk.newEvents()))).flat()];
      untold = [];
      if (told.length === 0) return;
      await Promise.all(opened.map((desk) => desk.receive(told)));
    }
  }

  return {
    on(day, hour = 10) {
      time = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
    },
    today: () => localDateAt(time),
    desk(service) {
      const desk = desks.get(service);
      if (desk === undefined) throw new Error(`${service} is not open`);
      return desk;
    },
    staff(username) {
      const actor = staff.get(username);
      if (actor === undefined) throw new Error(`nobody is called ${username}`);
      return actor;
    },
    deliver,
    async runTasks() {
      for (const desk of opened) await desk.runTasks();
    },
    async stop() {
      await Promise.all(opened.map((desk) => desk.stop()));
    },
  };
}

async function readStaff(ownerUrl: string): Promise<ReadonlyMap<string, Actor>> {
  const rows = await select<StaffRow>(
    ownerUrl,
    'select id, username, name, roles::text[] as roles, organization_id, office_phone from staff',
  );
  const known = new Map(organizations.map((one) => [one.id, one]));
  return new Map(
    rows.flatMap((row) => {
      const organization = known.get(row.organization_id);
      if (organization === undefined) return [];
      const actor: Actor = {
        kind: 'STAFF',
        staffId: row.id,
        sessionId: crypto.randomUUID(),
        name: row.name,
        organizationId: organization.id,
        organizationName: organization.name,
        scope: scopeOf(organization.path),
        roles: row.roles,
        ...(row.office_phone !== null && { officePhone: row.office_phone }),
      };
      return [[row.username, actor]];
    }),
  );
}

async function readOutbox(url: string): Promise<readonly Envelope[]> {
  const rows = await select<{ envelope: Envelope }>(url, 'select envelope from outbox order by position');
  return rows.map(({ envelope }) => envelope);
}

async function select<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

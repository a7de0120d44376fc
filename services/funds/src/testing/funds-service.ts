import { fileURLToPath } from 'node:url';
import type { Actor } from '@nuangong/access';
import { winterCampaignId } from '@nuangong/demonstration-city';
import { contracts, makeEvent, newEventId, type EventData, type OrganizationReference } from '@nuangong/events';
import type { Keyring } from '@nuangong/sealing';
import { buildActor, startTestService, type TestService } from '@nuangong/service/testing';
import { Client } from 'pg';
import type { Transaction } from '../builder.ts';
import type { OpeningCommand } from '../command.ts';
import { fundsDefinition } from '../definition.ts';
import type { Payee } from '../money/payee/payee.ts';
import type { RunningParts } from '../running-parts.ts';

/** The winter campaign of the tests. */
export const campaignId = winterCampaignId;
/** The city's other campaign. */
export const nextCampaignId = '00000000-0000-7000-8000-0000000c2028';
/** A campaign that the other county opened itself. */
export const otherCountysCampaignId = '00000000-0000-7000-8000-0000000c2029';

export const city: OrganizationReference = {
  id: '00000000-0000-7000-8000-000000005101',
  path: '51/5101/',
  code: '5101',
  name: '锦官市总工会',
};
export const county: OrganizationReference = {
  id: '00000000-0000-7000-8000-000000510101',
  path: '51/5101/510101/',
  code: '510101',
  name: '青禾县总工会',
};
export const otherCounty: OrganizationReference = {
  id: '00000000-0000-7000-8000-000000510102',
  path: '51/5101/510102/',
  code: '510102',
  name: '临江县总工会',
};
export const baseUnion: OrganizationReference = {
  id: '00000000-0000-7000-8000-000051010101',
  path: '51/5101/510101/510101-01/',
  code: '510101-01',
  name: '县农机厂工会',
};

/** A member of staff of an organisation with one role; a new one at each call. */
export const staffOf = (organization: OrganizationReference, name: string, role: Actor['roles'][number]): Actor =>
  buildActor({
    name,
    roles: [role],
    scope: organization.path,
    organizationId: organization.id,
    organizationName: organization.name,
  });

export const cityFinance = staffOf(city, '黄丽', 'FINANCE');
export const finance = staffOf(county, '陈晓梅', 'FINANCE');
export const financeLead = staffOf(county, '刘国华', 'FINANCE_LEAD');
export const clerk = staffOf(county, '王秀英', 'CLERK');
export const otherFinance = staffOf(otherCounty, '胡斌', 'FINANCE');
export const otherLead = staffOf(otherCounty, '郭敏', 'FINANCE_LEAD');

/** The current time of the tests. */
export const now = new Date('2026-12-12T02:30:00.123Z');

export interface FundsService extends TestService<Transaction, RunningParts> {
  readonly keyring: Keyring;
  /** The command context of this person at `now`. */
  commandOf(actor: Actor, at?: Date): OpeningCommand;
  /** Delivers the approval of a grant as an event, at each call. */
  approve(grant: Partial<ApprovedGrant>): Promise<string>;
  /** Delivers an event of another service. */
  tell<Name extends ToldName>(name: Name, data: EventData<(typeof contracts)[Name]>, time?: Date): Promise<string>;
  /** Runs a statement as the owner, who sees everything. */
  inspect<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement with the service's own role within the subtree of a path, as an intruder in the service could. */
  attack(path: string, sql: string, values?: readonly unknown[]): Promise<void>;
}

type ToldName =
  | 'case-file-exited.v1'
  | 'case-file-suspended.v1'
  | 'case-file-resumed.v1'
  | 'case-file-changed.v1'
  | 'payee-corrected.v1';

export type ApprovedGrant = Omit<EventData<(typeof contracts)['application-approved.v1']>, 'sealedPayee'> & {
  readonly payee: Payee;
};

/** Starts the funds service on a new database. */
export async function startFunds(): Promise<FundsService> {
  const serviceDirectory = fileURLToPath(new URL('../..', import.meta.url));
  const started = await startTestService(
    fundsDefinition(() => now),
    { serviceDirectory, serviceRole: 'nuangong_funds' },
  );
  const { service, databases } = started;
  const { keyring } = service.parts;
  const owner = new Client({ connectionString: databases.ownerUrl });
  await owner.connect();
  for (const [organization, kind] of [
    [city, 'CITY'],
    [county, 'COUNTY'],
    [otherCounty, 'COUNTY'],
    [baseUnion, 'BASE_UNION'],
  ] as const) {
    await receive(started, 'organization-registered.v1', { organization, kind, parentId: null }, organization.path);
  }
  for (const [id, organization] of [
    [campaignId, city],
    [nextCampaignId, city],
    [otherCountysCampaignId, otherCounty],
  ] as const) {
    await receive(
      started,
      'campaign-opened.v1',
      { ...contracts['campaign-opened.v1'].example, campaignId: id, organization },
      organization.path,
    );
  }
  return {
    ...started,
    keyring,
    commandOf: (actor, at = now) => ({ actor, at, requestId: 'test', database: service.database, keyring }),
    async approve(grant) {
      const data = approvedGrant(grant);
      const { payee, ...rest } = data;
      const sealedPayee = keyring.sealForTransit(JSON.stringify(payee), data.grantId);
      await receive(started, 'application-approved.v1', { ...rest, sealedPayee }, data.organization.path);
      return data.grantId;
    },
    tell: (name, data, time = now) => receive(started, name, data, data.organization.path, time),
    inspect: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await owner.query(sql, [...values])).rows as Row[],
    async attack(path, sql, values = []) {
      await service.database.sqlTransaction({ scope: path as never, staffId: finance.staffId }, (client) =>
        client.query(sql, [...values]),
      );
    },
    async stop() {
      await owner.end();
      await started.stop();
    },
  };
}

async function receive<
  Name extends 'organization-registered.v1' | 'campaign-opened.v1' | 'application-approved.v1' | ToldName,
>(
  started: TestService<Transaction>,
  name: Name,
  data: EventData<(typeof contracts)[Name]>,
  organizationPath: string,
  time: Date = now,
): Promise<string> {
  const contract = contracts[name];
  const envelope = makeEvent(contract, data as never, {
    id: newEventId(),
    time,
    organizationPath,
    actor: 'test',
    requestId: 'test',
  });
  await started.service.events.receive(envelope);
  return envelope.id;
}

let approvals = 0;

/** A grant of 300 yuan of the winter campaign to a separate household, each approved a second after the last. */
export function approvedGrant(grant: Partial<ApprovedGrant> = {}): ApprovedGrant {
  approvals += 1;
  return {
    applicationId: newEventId(),
    grantId: newEventId(),
    campaignId,
    householdId: newEventId(),
    caseFileId: newEventId(),
    caseFileVersion: 1,
    organization: county,
    aidType: 'LIVING',
    mark: 'HOLIDAY_VISIT',
    amountFen: 30_000n,
    clauses: [{ policy: 'county-winter-300', code: '2', title: '低保户和低保边缘户' }],
    eligibilityDecisionId: newEventId(),
    payee: {
      name: '王建国',
      identityNumber: `51010119650101${String(approvals).padStart(4, '0')}`,
      bankAccount: `8801${String(approvals * 97).padStart(12, '0')}`,
    },
    payeeName: '王建国',
    unitName: '县农机厂工会',
    reason: '本人患大病',
    migrantWorker: false,
    modelWorker: false,
    approvedBy: { id: newEventId(), name: '张志强' },
    approvedAt: new Date(Date.parse('2026-12-10T02:00:00Z') + approvals * 1_000).toISOString(),
    purpose: '送温暖',
    worksheetRow: approvals,
    ...grant,
  };
}

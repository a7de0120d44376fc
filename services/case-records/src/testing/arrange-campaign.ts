import { Client } from 'pg';
import { roles, scopeOf, type Actor, type Role } from '@nuangong/access';
import type { Database } from '@nuangong/database';
import { city, organizationIdOf, winterCampaignId } from '@nuangong/demonstration-city';
import { newEventId, type EventEnvelope } from '@nuangong/events';
import { checkCharacterOf } from '@nuangong/primitives';
import { blindIndexOf, type Keyring, type SecretKey } from '@nuangong/sealing';
import { startTestService, type TestService } from '@nuangong/service/testing';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { caseRecordsDefinition } from '../definition.ts';
import { personPlace } from '../register/person/person-place.ts';
import { loadDemonstrationCampaign } from '../aid/campaign/demonstration.ts';

/** The time of all tests' commands, unless they set another. */
export const testMoment = new Date('2026-12-08T02:00:00Z');

export const counties = {
  qinghe: { code: '510101', path: '51/5101/510101/', name: '青禾县总工会' },
  linjiang: { code: '510102', path: '51/5101/510102/', name: '临江县总工会' },
} as const;
export type County = keyof typeof counties;

/** Members of staff by county and role; the same role always gives the same id. */
export function staffOf(county: County, role: Role, number = 1): Actor {
  const { code, path, name } = counties[county];
  const place = `${roles.indexOf(role)}`.padStart(2, '0');
  const staffId = `00000000-0000-7000-8000-${code}${place}${`${number}`.padStart(4, '0')}`;
  return {
    kind: 'STAFF',
    staffId,
    sessionId: staffId,
    name: `${name}${role}${number}`,
    organizationId: organizationIdOf(code),
    organizationName: name,
    scope: scopeOf(path),
    roles: [role],
  };
}

export const cityAdministrator: Actor = {
  ...staffOf('qinghe', 'ADMINISTRATOR'),
  staffId: '00000000-0000-7000-8000-0000510100ad',
  name: '何卫东',
  organizationId: city.id,
  organizationName: city.name,
  scope: scopeOf(city.path),
};

export interface HouseholdOverrides {
  readonly causes?: readonly string[];
  readonly incomeFen?: number;
  readonly dibaoStatus?: string;
  readonly honour?: string;
  readonly fileStatus?: string;
  readonly identityVerified?: boolean;
  readonly identityNumber?: string;
  readonly bankAccount?: string | null;
  readonly submittedBy?: string;
  readonly reviewedBy?: string;
  /** Who registered the household; by default its submitter. */
  readonly registeredBy?: string;
  /** Who changed the household after it was registered. */
  readonly changedBy?: string;
  /** Who returned the file before it was submitted again. */
  readonly returnedBy?: string;
  /** Who confirmed a proposed change of the household. */
  readonly changeConfirmedBy?: string;
  /** The head's name and telephone index, to make two households' heads look like one person. */
  readonly alike?: { readonly name: string; readonly phoneIndex: string };
  /** The household whose head is also in this one, as head or member, like a person who has moved. */
  readonly head?: ArrangedHousehold;
  readonly members?: readonly ArrangedHousehold[];
}

export interface ArrangedHousehold {
  readonly householdId: string;
  readonly caseFileId: string;
  readonly personId: string;
  readonly identityId: string;
  readonly identityNumber: string;
  readonly path: string;
}

/** A migrated database with the winter campaign open and the counties' dibao lines set. */
export interface CampaignWorld {
  readonly database: Database<Transaction>;
  readonly owner: Client;
  readonly ownerUrl: string;
  /** Queries the service's graph over HTTP. */
  readonly ask: TestService<Transaction>['ask'];
  readonly answer: TestService<Transaction>['answer'];
  readonly download: (actor: Actor, path: string) => Promise<Response>;
  readonly campaignId: string;
  readonly keyring: Keyring;
  /** Sets the time of commands. */
  setMoment(moment: Date): void;
  contextOf(actor: Actor): CaseRecordsContext;
  /** Handles an event of another service. */
  receive(event: EventEnvelope): Promise<void>;
  /** Creates households with files as they are after posting, written as the owner without the life cycle's steps. */
  addHouseholds(county: County, count: number, overrides?: HouseholdOverrides): Promise<readonly ArrangedHousehold[]>;
  /** Sets a county's quota in the winter campaign; the budget defaults to 300 yuan per household. */
  setQuota(county: County, households: number, budgetFen?: number): Promise<void>;
  drop(): Promise<void>;
}

/** Arranges the world that tests of campaigns and applications start from: the service as it runs in production. */
export async function arrangeCampaign(): Promise<CampaignWorld> {
  let now = testMoment;
  const test = await startTestService(
    caseRecordsDefinition(() => now),
    {
      serviceDirectory: new URL('../..', import.meta.url).pathname,
      serviceRole: 'nuangong_case_records',
    },
  );
  const { database, events, parts } = test.service;
  const owner = new Client({ connectionString: test.databases.ownerUrl });
  await owner.connect();
  await database.withoutIdentity((tx) => loadDemonstrationCampaign(tx, testMoment));
  await owner.query(
    `insert into dibao_line (organization_path, organization_id, organization_name, valid_from, monthly_per_capita_fen,
       margin_factor, set_by, set_at)
     select path, $2::uuid, path, '2026-01-01', 56000, 1.5, $2::uuid, now() from unnest($1::text[]) as path`,
    [Object.values(counties).map((county) => county.path), city.id],
  );
  let added = 0;
  const contextOf = (actor: Actor): CaseRecordsContext => ({
    actor,
    requestId: 'test',
    language: 'zh',
    database,
    events,
    parts,
    get tx(): Transaction {
      throw new Error('commands read in transactions of their own');
    },
  });
  return {
    database,
    owner,
    ownerUrl: test.databases.ownerUrl,
    ask: test.ask,
    answer: test.answer,
    download: async (actor, path) =>
      test.fetch(path, { headers: { authorization: await test.tokens.authorizationOf(actor) } }),
    campaignId: winterCampaignId,
    keyring: parts.keyring,
    setMoment: (moment) => {
      now = moment;
    },
    contextOf,
    receive: (event) => events.receive(event),
    async addHouseholds(county, count, overrides = {}) {
      const rows = Array.from({ length: count }, (_, place) => buildHousehold(county, added + place, overrides, parts));
      added += count;
      await insertHouseholds(owner, rows);
      return rows;
    },
    async setQuota(county, households, budgetFen = households * 30_000) {
      await owner.query(
        'update campaign_quota set households = $3, budget_fen = $4 where campaign_id = $1 and county_path = $2',
        [winterCampaignId, counties[county].path, households, budgetFen],
      );
      await owner.query(
        'update campaign set budget_fen = (select sum(budget_fen) from campaign_quota where campaign_id = $1) where id = $1',
        [winterCampaignId],
      );
    },
    async drop() {
      await owner.end();
      await test.stop();
    },
  };
}

function identityNumberOf(place: number): string {
  const day = 10 + (place % 18);
  const year = 1950 + (Math.floor(place / 18) % 40);
  const first17 = `510101${year}01${day}${`${Math.floor(place / 720)}`.padStart(3, '0')}`;
  return first17 + checkCharacterOf(first17);
}

function buildHousehold(
  county: County,
  place: number,
  overrides: HouseholdOverrides,
  keys: { readonly keyring: Keyring; readonly blindIndexKey: SecretKey },
) {
  const { code, path, name } = counties[county];
  const personId = overrides.head?.path === path ? overrides.head.personId : newEventId();
  const identityNumber = overrides.head?.identityNumber ?? overrides.identityNumber ?? identityNumberOf(place);
  const account =
    overrides.bankAccount === undefined ? `62284800${`${place}`.padStart(8, '0')}` : overrides.bankAccount;
  return {
    personId,
    identityId: overrides.head?.identityId ?? personId,
    memberIdentities: (overrides.members ?? []).map(({ identityId }) => identityId),
    living: overrides.head === undefined,
    householdId: newEventId(),
    caseFileId: newEventId(),
    identityNumber,
    sealed_identity: keys.keyring.seal(identityNumber, personPlace(personId, 'sealed_identity')),
    identity_index: blindIndexOf(keys.blindIndexKey, identityNumber).toString('hex'),
    sealed_account: account === null ? null : keys.keyring.seal(account, personPlace(personId, 'sealed_bank_account')),
    verified: overrides.identityVerified ?? true,
    name: overrides.alike?.name ?? `王${place}`,
    phone_index: overrides.alike?.phoneIndex ?? null,
    path,
    organization_id: organizationIdOf(code),
    organization_name: name,
    county_code: code,
    sequence: place + 1,
    income: overrides.incomeFen ?? 44_000,
    dibao: overrides.dibaoStatus ?? 'NONE',
    causes: overrides.causes ?? ['MAJOR_ILLNESS'],
    honour: overrides.honour ?? 'NONE',
    status: overrides.fileStatus ?? 'ACTIVE',
    submitted_by: overrides.submittedBy ?? staffOf(county, 'CLERK').staffId,
    reviewed_by: overrides.reviewedBy ?? staffOf(county, 'REVIEWER').staffId,
    registered_by: overrides.registeredBy ?? overrides.submittedBy ?? staffOf(county, 'CLERK').staffId,
    changed_by: overrides.changedBy ?? null,
    returned_by: overrides.returnedBy ?? null,
    confirmed_by: overrides.changeConfirmedBy ?? null,
  };
}

async function insertHouseholds(owner: Client, rows: readonly ReturnType<typeof buildHousehold>[]): Promise<void> {
  await owner.query(`set session_replication_role = replica`);
  await owner.query(
    `with given as materialized (
       select * from jsonb_to_recordset($1::jsonb) as g("personId" uuid, "identityId" uuid,
         "memberIdentities" uuid[], living boolean, "householdId" uuid, "caseFileId" uuid,
         sealed_identity text, identity_index text, sealed_account text, verified boolean, name text, path text,
         organization_id uuid, organization_name text, county_code text, sequence int, income bigint, dibao text,
         causes text[], honour text, status text, submitted_by uuid, reviewed_by uuid, registered_by uuid,
         changed_by uuid, returned_by uuid, confirmed_by uuid, phone_index text)
     ), identities as (
       insert into identity (id, identity_index)
       select "identityId", decode(identity_index, 'hex') from given on conflict do nothing
     ), people as (
       insert into person (id, organization_path, identity_id, name, document_kind, sealed_identity,
         identity_index, masked_identity, identity_verified, birth_date, sex, sealed_bank_account, masked_bank_account,
         phone_index)
       select "personId", access.county_of(path), "identityId", name, 'RESIDENT', sealed_identity,
         decode(identity_index, 'hex'), '5**************1', verified, '1970-01-01', 'MALE', sealed_account, '****0001', decode(phone_index, 'hex')
       from given on conflict do nothing
     ), heads as (
       insert into household_member (household_id, organization_path, position, person_id, identity_id, name, relation,
         living)
       select "householdId", path, 0, "personId", "identityId", name, '户主', living from given
       union all
       select "householdId", path, n, "personId", m, '家人', '配偶', false
       from given cross join unnest("memberIdentities") with ordinality as members(m, n)
     ), households as (
       insert into household (id, organization_path, organization_id, organization_name, head_id, head_name, unit_name,
         declared_size, per_capita_income_fen, dibao_status, causes, hardship_class, model_worker_honour, registered_by,
         registered_at, changed_at)
       select "householdId", path, organization_id, organization_name, "personId", name, '县农机厂', 3, income, dibao,
         causes, 'BELOW_LINE', honour, registered_by, now(), now() from given
     ), changed as (
       insert into household_version (household_id, organization_path, version, sealed_state, why, staff_id, staff_name,
         changed_at)
       select "householdId", path, 2, 'v2.test', '补正', changed_by, '经办', now() from given where changed_by is not null
     ), returned as (
       insert into case_file_step (case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name)
       select "caseFileId", path, 'SUBMITTED', 'RETURNED', now(), returned_by, '经办' from given
       where returned_by is not null
     ), confirmed as (
       insert into file_proposal (organization_path, case_file_id, kind, household_version, sealed_content, proposed_by,
         proposed_by_name, proposed_at, decision, decided_by, decided_by_name, decided_at)
       select path, "caseFileId", 'CHANGE', 1, 'v2.test', uuidv7(), '经办', now(), 'CONFIRMED', confirmed_by, '复核', now()
       from given where confirmed_by is not null
     )
     insert into case_file (id, household_id, organization_path, organization_id, county_code, year, sequence, number,
       status, version, opened_by, submitted_by, reviewed_by, updated_at)
     select "caseFileId", "householdId", path, organization_id, county_code, 2026, sequence,
       county_code || '-2026-' || lpad(sequence::text, 6, '0'), status, 5, registered_by, submitted_by,
       reviewed_by, now()
     from given`,
    [JSON.stringify(rows)],
  );
  await owner.query(`set session_replication_role = origin`);
}

import { countyOf, type Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { loadLineage } from '@nuangong/organizations';
import { localDateAt, type LocalDate } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { formatCaseFileNumber } from '../case-file/case-file.ts';
import { healthPlace, remarkPlace, sealWritten, statePlace } from '../written-words/written-of-people.ts';
import { hardshipClassOf, isNewGeneration, type DibaoLineInForce } from '../hardship/hardship.ts';
import { headRelation, type HouseholdFacts, type PersonStanding } from '../household/household.ts';

/** A member of a household other than its head. Income in fen. */
export interface MemberDraft {
  readonly personId: string | null;
  readonly identityId: string | null;
  readonly name: string;
  readonly relation: string;
  /** Null if unknown; then not counted as a worker. */
  readonly standing: PersonStanding | null;
  readonly ruralRegistration: boolean;
  readonly monthlyIncome: bigint | null;
  readonly health: string | null;
  readonly schooling: string | null;
}

/** A household's head, already registered as a person. */
export interface HeadDraft {
  readonly personId: string;
  readonly identityId: string;
  readonly name: string;
  readonly birthDate: LocalDate;
}

/** A household about to be entered; its head is a registered person. */
export interface HouseholdDraft {
  readonly facts: HouseholdFacts;
  readonly head: HeadDraft;
  readonly members: readonly MemberDraft[];
  readonly rosterRowId: string | null;
}

/** The member of staff and the organisation that a new household belongs to. */
export type Registrar = Pick<Actor, 'staffId' | 'name' | 'organizationId' | 'organizationName' | 'scope'>;

/** By whom, when and why households are entered, and under which dibao line. */
export interface HouseholdOpening {
  readonly actor: Registrar;
  readonly at: Date;
  readonly why: string;
  readonly line: DibaoLineInForce | undefined;
  /** Seals texts about people. */
  readonly keyring: Keyring;
}

/**
 * Creates households of the actor's organisation with their members and first version, each with a draft case file
 * under the county's next number of the year. Three statements, however many.
 *
 * @returns the ids of the households, in the drafts' order.
 */
export async function openHouseholds(
  run: RunSql,
  opening: HouseholdOpening,
  drafts: readonly HouseholdDraft[],
): Promise<readonly string[]> {
  if (drafts.length === 0) return [];
  const { code: county } = countyOf(await loadLineage(run, opening.actor.scope));
  const year = Number(localDateAt(opening.at).slice(0, 4));
  const [taken] = await run<{ first: number }>(
    'select take_case_file_numbers($1::text, $2::int, $3::int) as first',
    county,
    year,
    drafts.length,
  );
  const first = taken?.first ?? 1;
  const households = drafts.map((draft, place) => ({
    ...recordOf(draft, opening),
    case_file_id: newEventId(),
    sequence: first + place,
    number: formatCaseFileNumber(county, year, first + place),
  }));
  await run(
    insertHouseholds,
    JSON.stringify(households),
    JSON.stringify(households.flatMap(({ id }, place) => membersOf(id, drafts[place], opening))),
    opening.actor.scope,
    opening.actor.organizationId,
    opening.actor.organizationName,
    opening.actor.staffId,
    opening.actor.name,
    opening.at.toISOString(),
    opening.why,
    county,
    year,
    headRelation,
  );
  return households.map((household) => household.id);
}

function recordOf({ facts, head, rosterRowId, members }: HouseholdDraft, { line, keyring, actor }: HouseholdOpening) {
  const id = newEventId();
  const versionId = newEventId();
  const state = householdState(facts, head, members, line);
  return {
    id,
    head_id: head.personId,
    head_identity_id: head.identityId,
    roster_row_id: rosterRowId,
    ...householdColumns(facts, head, line),
    sealed_remark: sealWritten(keyring, facts.remark, remarkPlace(id, actor.scope)),
    version_id: versionId,
    sealed_state: keyring.seal(JSON.stringify(state), statePlace(versionId, actor.scope)),
  };
}

function membersOf(
  householdId: string,
  draft: HouseholdDraft | undefined,
  opening: HouseholdOpening,
): readonly object[] {
  if (draft === undefined) return [];
  const ids = draft.members.map(() => newEventId());
  return memberRecords(householdId, draft.members, ids, opening.keyring, opening.actor.scope);
}

/** The columns of a household derived from its facts and its head. */
export function householdColumns(
  facts: HouseholdFacts,
  head: { readonly name: string; readonly birthDate: LocalDate },
  line: DibaoLineInForce | undefined,
) {
  return {
    head_name: head.name,
    unit_name: facts.unitName,
    declared_size: facts.declaredSize,
    per_capita_income_fen: facts.perCapitaIncome.toString(),
    dibao_status: facts.dibaoStatus,
    causes: facts.causes,
    hardship_class: hardshipClassOf(facts, line),
    model_worker_honour: facts.modelWorkerHonour,
    head_standing: facts.headStanding,
    migrant_worker: facts.migrantWorker,
    new_generation: isNewGeneration(facts.migrantWorker, head.birthDate),
  };
}

/** A household's state as stored, sealed, with a version: everything but identity number, telephone and account. */
export function householdState(
  facts: HouseholdFacts,
  head: { readonly name: string; readonly birthDate: LocalDate },
  members: readonly MemberDraft[],
  line: DibaoLineInForce | undefined,
): object {
  const named = members.map((member) => {
    const { identityId: _, ...kept } = member;
    return { ...kept, monthlyIncome: member.monthlyIncome?.toString() ?? null };
  });
  return { ...householdColumns(facts, head, line), remark: facts.remark, members: named };
}

/** The rows of a household's members; the head is the first. Each row's id is that of its position. */
export function memberRecords(
  householdId: string,
  members: readonly MemberDraft[],
  ids: readonly string[],
  keyring: Keyring,
  organizationPath: string,
): readonly object[] {
  return members.map((member, place) => {
    const id = ids[place] ?? '';
    return {
      household_id: householdId,
      id,
      position: place + 1,
      person_id: member.personId,
      identity_id: member.identityId,
      name: member.name,
      relation: member.relation,
      standing: member.standing,
      rural_registration: member.ruralRegistration,
      monthly_income_fen: member.monthlyIncome?.toString() ?? null,
      sealed_health: sealWritten(keyring, member.health, healthPlace(id, organizationPath)),
      schooling: member.schooling,
    };
  });
}

const insertHouseholds = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as g(id uuid, head_id uuid, head_identity_id uuid, roster_row_id uuid,
      head_name text, unit_name text, declared_size int, per_capita_income_fen bigint, dibao_status text, causes text[],
      hardship_class text, model_worker_honour text, head_standing text, migrant_worker boolean, new_generation boolean,
      sealed_remark text, version_id uuid, sealed_state text,
      case_file_id uuid, sequence int, number text)
  ), registered as (
    insert into household (id, organization_path, organization_id, organization_name, head_id, head_name, unit_name,
      declared_size, per_capita_income_fen, dibao_status, causes, hardship_class, model_worker_honour, head_standing,
      migrant_worker, new_generation, sealed_remark, roster_row_id, registered_by, registered_at, changed_at)
    select id, $3::text, $4::uuid, $5::text, head_id, head_name, unit_name, declared_size, per_capita_income_fen,
      dibao_status, causes, hardship_class, model_worker_honour, head_standing, migrant_worker, new_generation,
      sealed_remark, roster_row_id, $6::uuid, $8::timestamptz, $8::timestamptz from given
  ), joined as (
    insert into household_member (id, household_id, organization_path, position, person_id, identity_id, name, relation,
      standing, rural_registration, monthly_income_fen, sealed_health, schooling)
    select uuidv7(), id, $3::text, 0, head_id, head_identity_id, head_name, $12::text, null, false, null, null, null
    from given
    union all
    select id, household_id, $3::text, position, person_id, identity_id, name, relation, standing,
      rural_registration, monthly_income_fen, sealed_health, schooling
    from jsonb_to_recordset($2::jsonb) as m(id uuid, household_id uuid, position int, person_id uuid, identity_id uuid,
      name text, relation text, standing text, rural_registration boolean, monthly_income_fen bigint,
      sealed_health text, schooling text)
  ), kept as (
    insert into household_version (id, household_id, organization_path, version, sealed_state, why, staff_id,
      staff_name, changed_at)
    select version_id, id, $3::text, 1, sealed_state, $9::text, $6::uuid, $7::text, $8::timestamptz from given
  ), opened as (
    insert into case_file (id, household_id, organization_path, organization_id, county_code, year, sequence, number,
      opened_by, updated_at)
    select case_file_id, id, $3::text, $4::uuid, $10::text, $11::int, sequence, number, $6::uuid, $8::timestamptz
    from given
  )
  insert into case_file_step (case_file_id, organization_path, to_status, at, staff_id, staff_name)
  select case_file_id, $3::text, 'DRAFT', $8::timestamptz, $6::uuid, $7::text from given`;

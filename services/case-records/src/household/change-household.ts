import { prismaSql, readStoredDate, recordAudit, type RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { notFound, changedMeanwhile, runCommand } from '@nuangong/subgraph';
import {
  combineAll,
  isUuid,
  localDateAt,
  ok,
  readRequiredText,
  refuse,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { caseFileInReview, isUnderReview, type CaseFileStatus } from '../case-file/case-file.ts';
import { dibaoLineInForce } from '../dibao-line/dibao-line-in-force.ts';
import type { Household } from '../generated/prisma/client.ts';
import { findPeople, identityIndexOf, registerPeople } from '../person/register-people.ts';
import { readHousehold, type HouseholdInput } from './household.ts';
import { householdColumns, householdState, memberRecords } from './open-households.ts';
import { readMember, type MemberInput } from './register-household.ts';
import { remarkPlace, sealWritten, statePlace } from './written-of-people.ts';

export interface ChangeHouseholdInput extends HouseholdInput {
  readonly householdId: string;
  /** The version of the case file that the form was filled from. */
  readonly version: number;
  readonly why: string;
  readonly members?: readonly MemberInput[] | null | undefined;
}

/**
 * Changes what is known of a household; the state before stays readable with who, when, why. A change made from an
 * older version is refused with CHANGED_MEANWHILE, one of a file that is being checked or posted with
 * CASE_FILE_IN_REVIEW. A member of the same name stays the same person where no number is given.
 */
export async function changeHousehold(
  context: CaseRecordsContext,
  input: ChangeHouseholdInput,
): Promise<Result<Household>> {
  const { parts } = context;
  const { keyring } = parts;
  const at = parts.clock();
  return runCommand(context, { action: 'household.register' }, async (tx: Transaction) => {
    const facts = readHousehold(input);
    if (!facts.ok) return facts;
    const why = readRequiredText(input.why, 'why', 500);
    if (!why.ok) return why;
    const today = localDateAt(at);
    const members = combineAll(
      (input.members ?? []).map((member, place) => readMember(member, `members.${place}`, today)),
    );
    if (!members.ok) return members;
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId }, include: { head: true } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const run = prismaSql(tx);
    const [raised] = await run<{ version: number; status: CaseFileStatus }>(
      `update case_file set version = version + 1, updated_at = $3::timestamptz
       where household_id = $1::uuid and version = $2::int returning version, status`,
      household.id,
      input.version,
      at.toISOString(),
    );
    if (raised === undefined) return refuse(changedMeanwhile());
    if (isUnderReview(raised.status)) return refuse(caseFileInReview());
    const { version } = raised;
    const people = members.value.flatMap((member) => member.person ?? []);
    const found = await findPeople(
      run,
      parts,
      people.map((person) => person.identity.number),
    );
    const personIds = await registerPeople(run, parts, people, found);
    const drafts = members.value.map(({ person, ...member }) => ({
      ...member,
      personId: person === undefined ? null : (personIds.get(identityIndexOf(parts, person.identity.number)) ?? null),
    }));
    const head = {
      personId: household.headId,
      name: household.head.name,
      birthDate: readStoredDate(household.head.birthDate),
    };
    const { organizationPath } = household;
    const line = await dibaoLineInForce(run, organizationPath, today);
    const ids = await memberIds(run, household.id, drafts.length + 1);
    const versionId = newEventId();
    await run(
      writeChange,
      household.id,
      JSON.stringify(householdColumns(facts.value, head, line)),
      JSON.stringify(memberRecords(household.id, { head, members: drafts }, ids, keyring, organizationPath)),
      organizationPath,
      version,
      keyring.seal(JSON.stringify(householdState(facts.value, head, drafts, line)), statePlace(versionId, organizationPath)),
      why.value,
      context.actor.staffId,
      context.actor.name,
      at.toISOString(),
      versionId,
      sealWritten(keyring, facts.value.remark, remarkPlace(household.id, organizationPath)),
    );
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      {
        action: 'household.change',
        recordType: 'Household',
        recordId: household.id,
        after: { version, why: why.value },
      },
    ]);
    return ok(await tx.household.findUniqueOrThrow({ where: { id: household.id } }));
  });
}

/** The ids of a household's members by position, new ones for those who come; a member in place keeps the row's. */
async function memberIds(run: RunSql, householdId: string, members: number): Promise<readonly string[]> {
  const rows = await run<{ id: string; position: number }>(
    'select id::text as id, position from household_member where household_id = $1::uuid',
    householdId,
  );
  const known = new Map(rows.map(({ id, position }) => [position, id]));
  return Array.from({ length: members }, (_, position) => known.get(position) ?? newEventId());
}

const writeChange = `
  with g as (select * from jsonb_to_record($2::jsonb) as g(unit_name text, declared_size int, monthly_income_fen bigint,
      dibao_status text, causes text[], hardship_class text, model_worker_honour text, migrant_worker boolean,
      new_generation boolean)
  ), changed as (
    update household h set unit_name = g.unit_name, declared_size = g.declared_size,
      monthly_income_fen = g.monthly_income_fen,
      dibao_status = g.dibao_status, causes = g.causes, hardship_class = g.hardship_class,
      model_worker_honour = g.model_worker_honour, migrant_worker = g.migrant_worker, new_generation = g.new_generation,
      sealed_remark = $12::text, remark = null, changed_at = $10::timestamptz
    from g where h.id = $1::uuid
  ), people as (
    select p.id, p.position, p.name, p.relation, p.monthly_income_fen, p.sealed_health, p.schooling,
      coalesce(p.person_id, (select known.person_id from household_member known
        where known.household_id = $1::uuid and known.name = p.name order by known.position limit 1)) as person_id
    from jsonb_to_recordset($3::jsonb) as p(id uuid, position int, person_id uuid, name text, relation text,
      monthly_income_fen bigint, sealed_health text, schooling text)
  ), merged as (
    merge into household_member m using people p on m.household_id = $1::uuid and m.position = p.position
    when matched then update set person_id = p.person_id, name = p.name, relation = p.relation,
      monthly_income_fen = p.monthly_income_fen, sealed_health = p.sealed_health, health = null,
      schooling = p.schooling
    when not matched then insert (id, household_id, organization_path, position, person_id, name, relation,
        monthly_income_fen, sealed_health, schooling)
      values (p.id, $1::uuid, $4::text, p.position, p.person_id, p.name, p.relation, p.monthly_income_fen,
        p.sealed_health, p.schooling)
    returning 1
  ), gone as (
    delete from household_member where household_id = $1::uuid and position not in (select position from people)
  )
  insert into household_version (id, household_id, organization_path, version, sealed_state, why, staff_id, staff_name,
    changed_at)
  values ($11::uuid, $1::uuid, $4::text, $5::int, $6::text, $7::text, $8::uuid, $9::text, $10::timestamptz)`;

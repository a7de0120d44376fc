import { prismaSql, readStoredDate, recordAudit, type RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import {
  collectProblems,
  combineAll,
  localDateAt,
  ok,
  readRequiredText,
  refuse,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { dibaoLineInForce } from '../hardship/dibao-line-in-force.ts';
import type { Household, Person } from '../../generated/prisma/client.ts';
import { foldedName } from '../person/folded-name.ts';
import { enterHouseholdPeople, type EnteredPerson } from './enter-household-people.ts';
import { readHousehold, type HouseholdFacts, type HouseholdInput } from '../household/household.ts';
import { keepNames } from './keep-names.ts';
import { moveNotRecorded, sizeBelowMembers, twiceInHousehold } from '../household/one-household.ts';
import { householdColumns, householdState, memberRecords, type MemberDraft } from './open-households.ts';
import { memberDraft, namedMembers, readMember, type MemberInput, type ReadMember } from './read-registration.ts';
import { remarkPlace, sealWritten, statePlace } from '../written-words/written-of-people.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';

/** The form that changes a household. */
export interface HouseholdChangeInput extends HouseholdInput {
  readonly why: string;
  readonly members?: readonly MemberInput[] | null | undefined;
}

/**
 * Writes a change of a household in its author's name; the earlier state stays readable. The caller must raise the
 * file's version.
 */
export async function applyHouseholdChange(
  tx: Transaction,
  context: CaseRecordsContext,
  household: HouseholdWithHead,
  change: HouseholdChange & { readonly version: number; readonly changer: Changer },
): Promise<Result<true>> {
  const run = prismaSql(tx);
  const { changer, version } = change;
  const { id: householdId, organizationPath } = household;
  const entered = await enterMembers(run, context, household, change.members);
  if (!entered.ok) return entered;
  const { members, people } = entered.value;
  await writeChange(run, context.parts, changer, household, { ...change, members });
  await keepNames(run, context, { householdId, organizationPath }, people);
  await recordAudit(tx, context, [
    { action: 'household.change', recordType: 'Household', recordId: householdId, after: { version } },
  ]);
  return ok(true);
}

/** A change of a household as read from its form. */
export interface HouseholdChange {
  readonly facts: HouseholdFacts;
  readonly why: string;
  readonly members: readonly ReadMember[];
}

/** Validates a form that changes a household; each problem names its field. */
export function readChange(input: HouseholdChangeInput, today: LocalDate): Result<HouseholdChange> {
  const facts = readHousehold(input);
  const why = readRequiredText(input.why, 'why', 500);
  const members = combineAll(
    (input.members ?? []).map((member, place) => readMember(member, `members.${place}`, today)),
  );
  if (!facts.ok || !why.ok || !members.ok) return refuse(...collectProblems([facts, why, members]));
  const people = members.value.length + 1;
  if (people > facts.value.declaredSize) return refuse(sizeBelowMembers(people));
  return ok({ facts: facts.value, why: why.value, members: members.value });
}

/** A household with its head. */
export type HouseholdWithHead = Household & { readonly head: Person };

interface StandingMember {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly personId: string | null;
  readonly identityId: string | null;
}

/** The members as they will be stored; a member named without a number stays the known person of that name. */
export async function enterMembers(
  run: RunSql,
  { parts }: CaseRecordsContext,
  { id, organizationPath, head }: HouseholdWithHead,
  members: readonly ReadMember[],
): Promise<Result<{ readonly members: readonly PlacedMember[]; readonly people: readonly EnteredPerson[] }>> {
  const named = namedMembers(members, id);
  const entered = await enterHouseholdPeople(run, parts, { organizationPath, at: parts.clock() }, named);
  if (!entered.ok) return entered;
  const standing = await run<StandingMember>(
    `select id::text as id, position, name, person_id::text as "personId", identity_id::text as "identityId"
     from household_member where household_id = $1::uuid and position > 0 order by position`,
    id,
  );
  const drafts = members.map((member, place) => {
    const draft = memberDraft(parts, member, entered.value);
    const known =
      draft.identityId === null ? standing.find(({ name }) => foldedName(name) === foldedName(draft.name)) : undefined;
    return {
      ...draft,
      personId: draft.personId ?? known?.personId ?? null,
      identityId: draft.identityId ?? known?.identityId ?? null,
      rowId: standing.find(({ position }) => position === place + 1)?.id ?? newEventId(),
    };
  });
  const identities = [head.identityId, ...drafts.map(({ identityId }) => identityId)];
  const twice = drafts.flatMap(({ identityId }, place) =>
    identityId !== null && identities.indexOf(identityId) <= place
      ? [twiceInHousehold(`members.${place}.identityNumber`)]
      : [],
  );
  if (twice.length > 0) return refuse(...twice);
  const gone = standing.find(({ identityId }) => identityId !== null && !identities.includes(identityId));
  if (gone !== undefined) return refuse(moveNotRecorded(gone.name));
  return ok({ members: drafts, people: [...entered.value.values()] });
}

/** A member with the id of the row at its position. */
type PlacedMember = MemberDraft & { readonly rowId: string };

/** The author of a change, also if someone else confirmed it. */
export interface Changer {
  readonly id: string;
  readonly name: string;
}

async function writeChange(
  run: RunSql,
  parts: CaseRecordsContext['parts'],
  changer: Changer,
  household: HouseholdWithHead,
  change: Omit<HouseholdChange, 'members'> & { readonly members: readonly PlacedMember[]; readonly version: number },
): Promise<void> {
  const { keyring } = parts;
  const at = parts.clock();
  const { id, organizationPath } = household;
  const { facts, why, version } = change;
  const members = change.members.map((placed) => {
    const { rowId: _, ...member } = placed;
    return member;
  });
  const head = { name: household.headName, birthDate: readStoredDate(household.head.birthDate) };
  const line = await dibaoLineInForce(run, organizationPath, localDateAt(at));
  const versionId = newEventId();
  await run('delete from household_member where household_id = $1::uuid and position > 0', id);
  await run(
    writeStatement,
    id,
    JSON.stringify(householdColumns(facts, head, line)),
    JSON.stringify(
      memberRecords(
        id,
        members,
        change.members.map(({ rowId }) => rowId),
        keyring,
        organizationPath,
      ),
    ),
    organizationPath,
    version,
    keyring.seal(JSON.stringify(householdState(facts, head, members, line)), statePlace(versionId, organizationPath)),
    keyring.seal(why, wordsPlace('household_version', 'why', { id: versionId, organizationPath })),
    changer.id,
    changer.name,
    at.toISOString(),
    versionId,
    sealWritten(keyring, facts.remark, remarkPlace(id, organizationPath)),
  );
}

const writeStatement = `
  with g as (select * from jsonb_to_record($2::jsonb) as g(unit_name text, declared_size int, per_capita_income_fen bigint,
      dibao_status text, causes text[], hardship_class text, model_worker_honour text, head_standing text,
      migrant_worker boolean, new_generation boolean)
  ), changed as (
    update household h set unit_name = g.unit_name, declared_size = g.declared_size,
      per_capita_income_fen = g.per_capita_income_fen,
      dibao_status = g.dibao_status, causes = g.causes, hardship_class = g.hardship_class,
      model_worker_honour = g.model_worker_honour, head_standing = g.head_standing, migrant_worker = g.migrant_worker,
      new_generation = g.new_generation,
      sealed_remark = $12::text, changed_at = $10::timestamptz
    from g where h.id = $1::uuid
  ), people as (
    insert into household_member (id, household_id, organization_path, living, position, person_id, identity_id, name,
      relation, standing, rural_registration, monthly_income_fen, sealed_health, schooling)
    select m.id, $1::uuid, $4::text, h.live, m.position, m.person_id, m.identity_id, m.name, m.relation,
      m.standing, m.rural_registration, m.monthly_income_fen, m.sealed_health, m.schooling
    from jsonb_to_recordset($3::jsonb) as m(id uuid, position int, person_id uuid, identity_id uuid, name text,
      relation text, standing text, rural_registration boolean, monthly_income_fen bigint, sealed_health text,
      schooling text)
    join household h on h.id = $1::uuid
  )
  insert into household_version (id, household_id, organization_path, version, sealed_state, why, staff_id, staff_name,
    changed_at)
  values ($11::uuid, $1::uuid, $4::text, $5::int, $6::text, $7::text, $8::uuid, $9::text, $10::timestamptz)`;

import { permits } from '@nuangong/access';
import { prismaSql, readStoredDate, recordAudit, type RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { notFound, changedMeanwhile, runCommand } from '@nuangong/subgraph';
import {
  collectProblems,
  combineAll,
  isUuid,
  localDateAt,
  ok,
  readRequiredText,
  refuse,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import { askWhetherRegistered } from '../asking/ask-whether-registered.ts';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { caseFileInReview, isUnderReview, type CaseFileStatus } from '../case-file/case-file.ts';
import { dibaoLineInForce } from '../dibao-line/dibao-line-in-force.ts';
import type { Household, Person } from '../generated/prisma/client.ts';
import { enterHouseholdPeople, type EnteredPerson } from './enter-household-people.ts';
import { readHousehold, type HouseholdFacts, type HouseholdInput } from './household.ts';
import { keepNames } from './keep-names.ts';
import { moveNotRecorded, registeredElsewhere, sizeBelowMembers, twiceInHousehold } from './one-household.ts';
import { householdColumns, householdState, memberRecords, type MemberDraft } from './open-households.ts';
import {
  askedOf,
  memberDraft,
  namedMembers,
  readMember,
  type MemberInput,
  type ReadMember,
} from './read-registration.ts';
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
  const { actor, parts } = context;
  const given = readChange(input, localDateAt(parts.clock()));
  if (given.ok && permits(actor.roles, 'household.register')) {
    const asked = await askWhetherRegistered(context, askedOf(parts, namedMembers(given.value.members)));
    if (!asked.ok) return asked;
  }
  const constraints = { person_in_one_living_household: () => registeredElsewhere('members') };
  return runCommand(context, { action: 'household.register', constraints }, async (tx: Transaction) => {
    if (!given.ok) return given;
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId }, include: { head: true } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const run = prismaSql(tx);
    const raised = await raiseVersion(run, household.id, input.version, parts.clock());
    if (!raised.ok) return raised;
    const entered = await enterMembers(run, context, household, given.value.members);
    if (!entered.ok) return entered;
    const { members, people } = entered.value;
    await writeChange(run, context, household, { ...given.value, members, version: raised.value });
    await keepNames(run, context, { householdId: household.id, organizationPath: household.organizationPath }, people);
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      {
        action: 'household.change',
        recordType: 'Household',
        recordId: household.id,
        after: { version: raised.value, why: given.value.why },
      },
    ]);
    return ok(await tx.household.findUniqueOrThrow({ where: { id: household.id } }));
  });
}

interface HouseholdChange {
  readonly facts: HouseholdFacts;
  readonly why: string;
  readonly members: readonly ReadMember[];
}

function readChange(input: ChangeHouseholdInput, today: LocalDate): Result<HouseholdChange> {
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

/**
 * Raises a file's version for a change of its household. Refuses with CHANGED_MEANWHILE where it is another already, or
 * with CASE_FILE_IN_REVIEW.
 */
export async function raiseVersion(run: RunSql, householdId: string, from: number, at: Date): Promise<Result<number>> {
  const [raised] = await run<{ version: number; status: CaseFileStatus }>(
    `update case_file set version = version + 1, updated_at = $3::timestamptz
     where household_id = $1::uuid and version = $2::int returning version, status`,
    householdId,
    from,
    at.toISOString(),
  );
  if (raised === undefined) return refuse(changedMeanwhile());
  return isUnderReview(raised.status) ? refuse(caseFileInReview()) : ok(raised.version);
}

type HouseholdWithHead = Household & { readonly head: Person };

interface StandingMember {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly personId: string | null;
  readonly identityId: string | null;
}

/** The members as they will be kept: whoever is named without a number stays the person of that name. */
async function enterMembers(
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
    const known = draft.identityId === null ? standing.find(({ name }) => name === draft.name) : undefined;
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

/** A member with the id of the row at its place. */
type PlacedMember = MemberDraft & { readonly rowId: string };

async function writeChange(
  run: RunSql,
  { actor, parts }: CaseRecordsContext,
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
    why,
    actor.staffId,
    actor.name,
    at.toISOString(),
    versionId,
    sealWritten(keyring, facts.remark, remarkPlace(id, organizationPath)),
  );
}

const writeStatement = `
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
    insert into household_member (id, household_id, organization_path, living, position, person_id, identity_id, name,
      relation, monthly_income_fen, sealed_health, schooling)
    select m.id, $1::uuid, $4::text, h.live, m.position, m.person_id, m.identity_id, m.name, m.relation,
      m.monthly_income_fen, m.sealed_health, m.schooling
    from jsonb_to_recordset($3::jsonb) as m(id uuid, position int, person_id uuid, identity_id uuid, name text,
      relation text, monthly_income_fen bigint, sealed_health text, schooling text)
    join household h on h.id = $1::uuid
  )
  insert into household_version (id, household_id, organization_path, version, sealed_state, why, staff_id, staff_name,
    changed_at)
  values ($11::uuid, $1::uuid, $4::text, $5::int, $6::text, $7::text, $8::uuid, $9::text, $10::timestamptz)`;

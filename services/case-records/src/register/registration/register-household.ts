import { permits } from '@nuangong/access';
import { notFound, runCommand } from '@nuangong/subgraph';
import { prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import { localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { askWhetherRegistered } from '../asking/ask-whether-registered.ts';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { dibaoLineInForce } from '../hardship/dibao-line-in-force.ts';
import type { Household } from '../../generated/prisma/client.ts';
import { takeContacts } from '../payee/take-contacts.ts';
import { identityIndexOf } from '../person/register-people.ts';
import { enterHouseholdPeople, type EnteredPerson } from './enter-household-people.ts';
import { fileIsToReopen, filesToReopen } from './file-to-reopen.ts';
import type { HouseholdFacts } from '../household/household.ts';
import { keepNames } from './keep-names.ts';
import { registeredElsewhere } from '../household/one-household.ts';
import { openHouseholds, type MemberDraft } from './open-households.ts';
import {
  askedOf,
  memberDraft,
  peopleOf,
  readRegistration,
  type Registration,
  type RegisterHouseholdInput,
} from './read-registration.ts';

/** Registers a household with its head and members, and opens a draft case file. */
export async function registerHousehold(
  context: CaseRecordsContext,
  input: RegisterHouseholdInput,
): Promise<Result<Household>> {
  const { actor, parts } = context;
  const given = readRegistration(input, localDateAt(parts.clock()));
  if (given.ok && permits(actor.roles, 'household.register')) {
    const asked = await askWhetherRegistered(context, askedOf(parts, peopleOf(given.value)));
    if (!asked.ok) return asked;
  }
  const first = await tryToRegister(context, given);
  return !first.ok && first.problems.includes(enteredMeanwhile) ? tryToRegister(context, given) : first;
}

/** Another clerk entered one of these people concurrently; a second attempt finds out who. */
const enteredMeanwhile = registeredElsewhere();

function tryToRegister(context: CaseRecordsContext, given: Result<Registration>): Promise<Result<Household>> {
  const { actor, parts } = context;
  const at = parts.clock();
  const constraints = { person_in_one_living_household: () => enteredMeanwhile };
  return runCommand(context, { action: 'household.register', constraints }, async (tx: Transaction) => {
    if (!given.ok) return given;
    const { facts, head, members } = given.value;
    const run = prismaSql(tx);
    const entered = await enterHouseholdPeople(
      run,
      parts,
      { organizationPath: actor.scope, at },
      peopleOf(given.value),
    );
    if (!entered.ok) return entered;
    const people = entered.value;
    const headPerson = people.get(identityIndexOf(parts, head.identity.number));
    if (headPerson === undefined) return refuse(notFound({ zh: '人员', en: 'person' }));
    const left = (await filesToReopen(run, [identityIndexOf(parts, head.identity.number)])).values().next().value;
    if (left !== undefined) return refuse(fileIsToReopen(left, 'identityNumber'));
    const drafts = members.map((member) => memberDraft(parts, member, people));
    const id = await openOne(run, { tx, context, at, facts, headPerson, head, drafts });
    await keepNames(run, context, { householdId: id, organizationPath: actor.scope }, people.values());
    const known = headPerson.isKnown
      ? [{ person: headPerson, householdId: id, organizationPath: actor.scope, draft: head }]
      : [];
    await takeContacts(run, parts, { ...actor, at }, known);
    return ok(await tx.household.findUniqueOrThrow({ where: { id } }));
  });
}

async function openOne(
  run: RunSql,
  opening: {
    readonly tx: Transaction;
    readonly context: CaseRecordsContext;
    readonly at: Date;
    readonly facts: HouseholdFacts;
    readonly headPerson: EnteredPerson;
    readonly head: Registration['head'];
    readonly drafts: readonly MemberDraft[];
  },
): Promise<string> {
  const { tx, context, at, facts, headPerson, head, drafts } = opening;
  const { actor } = context;
  const line = await dibaoLineInForce(run, actor.scope, localDateAt(at));
  const { keyring } = context.parts;
  const [id = ''] = await openHouseholds(run, { actor, at, why: '登记', line, keyring }, [
    {
      facts,
      head: { ...headPerson, birthDate: head.identity.birthDate },
      members: drafts,
      rosterRowId: null,
    },
  ]);
  await recordAudit(tx, { actor, requestId: context.requestId }, [
    { action: 'household.register', recordType: 'Household', recordId: id },
  ]);
  return id;
}

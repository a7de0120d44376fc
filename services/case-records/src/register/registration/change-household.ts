import { permits } from '@nuangong/access';
import { prismaSql } from '@nuangong/database';
import { localDateAt, isUuid, ok, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import { askWhetherRegistered } from '../asking/ask-whether-registered.ts';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { announceCaseFileChanged } from '../case-file/announce-case-file-changed.ts';
import { makeProposal, proposalConstraints } from '../case-file/make-proposal.ts';
import type { Household } from '../../generated/prisma/client.ts';
import {
  applyHouseholdChange,
  enterMembers,
  readChange,
  type HouseholdChange,
  type HouseholdChangeInput,
  type HouseholdWithHead,
} from './apply-household-change.ts';
import { compareWithStanding } from './compare-with-standing.ts';
import { touchesEligibility, wordFactChange, type FactChange } from '../household/fact-changes.ts';
import { registeredElsewhere } from '../household/one-household.ts';
import { lockFileToChange, raiseVersion, type FileToChange } from './raise-version.ts';
import { askedOf, namedMembers } from './read-registration.ts';

export interface ChangeHouseholdInput extends HouseholdChangeInput {
  readonly householdId: string;
  /** The version of the case file when the form was loaded. */
  readonly version: number;
}

/** A household after the command, and whether the change waits for a second person. */
export interface ChangedHousehold {
  readonly household: Household;
  readonly waits: boolean;
}

/**
 * Changes a household's facts; the earlier state stays readable with who, when and why. Once its list was posted, a
 * change that affects eligibility waits for a second person, and other changes are announced. Refuses with
 * CHANGED_MEANWHILE if the form is outdated, CASE_FILE_IN_REVIEW during a review and CASE_FILE_ENDED after the end. A
 * member without a number stays the known person of the same name.
 */
export async function changeHousehold(
  context: CaseRecordsContext,
  input: ChangeHouseholdInput,
): Promise<Result<ChangedHousehold>> {
  const { actor, parts } = context;
  const given = readChange(input, localDateAt(parts.clock()));
  if (given.ok && permits(actor.roles, 'household.register')) {
    const asked = await askWhetherRegistered(context, askedOf(parts, namedMembers(given.value.members)));
    if (!asked.ok) return asked;
  }
  const constraints = { ...proposalConstraints, person_in_one_living_household: () => registeredElsewhere('members') };
  return runCommand(context, { action: 'household.register', constraints }, async (tx: Transaction) => {
    if (!given.ok) return given;
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId }, include: { head: true } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const file = await lockFileToChange(prismaSql(tx), household.id, input.version);
    if (!file.ok) return file;
    const changes = await compareWithStanding(tx, context, household, given.value);
    const waits = file.value.how === 'BY_TWO' && touchesEligibility(changes);
    const done = waits
      ? await propose(tx, context, household, { file: file.value, change: given.value, input, changes })
      : await carryOut(tx, context, household, { file: file.value, change: given.value, changes });
    if (!done.ok) return done;
    return ok({ household: await tx.household.findUniqueOrThrow({ where: { id: household.id } }), waits });
  });
}

/** The sealed content of a proposed change: the form as typed. */
export interface ProposedChange {
  readonly why: string;
  readonly input: HouseholdChangeInput;
}

/** Tries the change first, so that its author sees the problems, then submits it to a second person. */
async function propose(
  tx: Transaction,
  context: CaseRecordsContext,
  household: HouseholdWithHead,
  {
    file,
    change,
    input,
    changes,
  }: {
    readonly file: FileToChange;
    readonly change: HouseholdChange;
    readonly input: ChangeHouseholdInput;
    readonly changes: readonly FactChange[];
  },
): Promise<Result<unknown>> {
  await tx.$executeRawUnsafe('savepoint tried');
  const tried = await enterMembers(prismaSql(tx), context, household, change.members);
  await tx.$executeRawUnsafe('rollback to savepoint tried');
  if (!tried.ok) return tried;
  const { householdId: _, version: __, ...form } = input;
  const content: ProposedChange = { why: change.why, input: form };
  return makeProposal(tx, context, { kind: 'CHANGE', caseFile: file, content, changes });
}

async function carryOut(
  tx: Transaction,
  context: CaseRecordsContext,
  household: HouseholdWithHead,
  {
    file,
    change,
    changes,
  }: {
    readonly file: FileToChange;
    readonly change: HouseholdChange;
    readonly changes: readonly FactChange[];
  },
): Promise<Result<true>> {
  const { actor, requestId, parts } = context;
  const at = parts.clock();
  const raised = await raiseVersion(prismaSql(tx), household.id, file.version, at);
  if (!raised.ok) return raised;
  const changer = { id: actor.staffId, name: actor.name };
  const applied = await applyHouseholdChange(tx, context, household, {
    ...change,
    version: raised.value.version,
    changer,
  });
  if (!applied.ok || file.how === 'FREELY' || changes.length === 0) return applied;
  const told = changes.map(wordFactChange).map(({ fact, before, after }) => ({
    fact: fact.zh,
    before: before?.zh ?? null,
    after: after?.zh ?? null,
  }));
  await announceCaseFileChanged(tx, { actor, requestId, at }, { changedBy: changer }, new Map([[file.id, told]]));
  return applied;
}

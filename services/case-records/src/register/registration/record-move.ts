import { prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { notFound, runCommand } from '@nuangong/subgraph';
import {
  combineFields,
  isUuid,
  localDateAt,
  ok,
  problem,
  readHappenedDay,
  readRequiredText,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { announceCaseFileChanged } from '../case-file/announce-case-file-changed.ts';
import type { Household, Person } from '../../generated/prisma/client.ts';
import { raiseVersion } from './raise-version.ts';
import { isMoneyWaiting } from '../household/money-waiting.ts';
import { headRelation } from '../household/household.ts';
import { keepVersion } from '../household/keep-version.ts';
import { sealWords, wordsPlace } from '../written-words/sealed-words.ts';

export const moveReasons = ['MARRIAGE', 'SEPARATION', 'HEAD_DIED', 'OTHER'] as const;
export type MoveReason = (typeof moveReasons)[number];

export const moveWords: Readonly<Record<MoveReason, { readonly zh: string; readonly en: string }>> = {
  MARRIAGE: { zh: '婚嫁', en: 'marriage' },
  SEPARATION: { zh: '分户', en: 'separation' },
  HEAD_DIED: { zh: '户主死亡', en: 'death of the head' },
  OTHER: { zh: '其他', en: 'another reason' },
};

export interface RecordMoveInput {
  readonly householdId: string;
  /** The version of the case file when the form was loaded. */
  readonly version: number;
  readonly memberId: string;
  readonly reason: MoveReason;
  readonly movedOn: string;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
  readonly why: string;
  /** The new head, if the head leaves. */
  readonly successorId?: string | null | undefined;
}

/**
 * Records that somebody left a household (转出): by marriage or separation, after the head's death, or otherwise. They
 * can then head or join another. If the head leaves, a member with a known number becomes the head; money coming to the
 * household must be settled first.
 */
export function recordMove(context: CaseRecordsContext, input: RecordMoveInput): Promise<Result<Household>> {
  const { actor, parts, requestId } = context;
  const at = parts.clock();
  return runCommand(context, { action: 'household.register' }, async (tx: Transaction) => {
    const run = prismaSql(tx);
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId }, include: { head: true } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const given = readMove(input, localDateAt(at));
    if (!given.ok) return given;
    const raised = await raiseVersion(run, household.id, input.version, at);
    if (!raised.ok) return raised;
    const members = await readMembers(run, household.id);
    const leaving = members.find(({ id }) => id === input.memberId);
    if (leaving === undefined) return refuse(notFound({ zh: '成员', en: 'member' }, 'memberId'));
    const successor = findSuccessor(members, leaving, input.successorId ?? null);
    if (!successor.ok) return successor;
    if (successor.value !== null && (await isMoneyWaiting(run, household.id))) return refuse(moneyWaits());
    const words = `${leaving.name} 转出（${moveWords[input.reason].zh}）：${given.value.why}`;
    await keepMove(run, context, household, { input, ...given.value, leaving, successor: successor.value });
    await takeOut(run, household.id, leaving, successor.value);
    await keepVersion(tx, context, household.id, { version: raised.value.version, why: words });
    if (raised.value.how === 'BY_TWO') {
      const told = [{ fact: '家庭成员', before: leaving.name, after: null }];
      const changer = { id: actor.staffId, name: actor.name };
      await announceCaseFileChanged(
        tx,
        { actor, requestId, at },
        { changedBy: changer },
        new Map([[raised.value.id, told]]),
      );
    }
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'household.move',
        recordType: 'Household',
        recordId: household.id,
        after: { version: raised.value.version, reason: input.reason, movedOn: given.value.movedOn.on },
      },
    ]);
    return ok(await tx.household.findUniqueOrThrow({ where: { id: household.id } }));
  });
}

interface StandingMember {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly relation: string;
  readonly personId: string | null;
  readonly identityId: string | null;
  readonly standing: string | null;
}

function readMove(input: RecordMoveInput, today: LocalDate) {
  return combineFields({
    movedOn: readHappenedDay(input.movedOn, {
      field: 'movedOn',
      what: { zh: '转出日期', en: 'the day of the move' },
      today,
      reason: { text: input.dateReason, field: 'dateReason' },
    }),
    why: readRequiredText(input.why, 'why', 400),
  });
}

function readMembers(run: RunSql, householdId: string): Promise<readonly StandingMember[]> {
  return run<StandingMember>(
    `select id::text as id, position, name, relation, person_id::text as "personId", identity_id::text as "identityId",
       standing
     from household_member where household_id = $1::uuid order by position`,
    householdId,
  );
}

/** The new head of the household; null if the head stays. */
function findSuccessor(
  members: readonly StandingMember[],
  leaving: StandingMember,
  successorId: string | null,
): Result<StandingMember | null> {
  if (leaving.position > 0) return ok(null);
  const successor = members.find(({ id, position }) => id === successorId && position > 0);
  if (successor === undefined) return refuse(successorMissing());
  if (successor.personId === null) return refuse(successorWithoutNumber(successor.name));
  return successor.standing === null ? refuse(successorWithoutStanding(successor.name)) : ok(successor);
}

async function keepMove(
  run: RunSql,
  { actor, parts }: CaseRecordsContext,
  household: Household & { readonly head: Person },
  move: {
    readonly input: RecordMoveInput;
    readonly movedOn: { readonly on: LocalDate; readonly reason: string | null };
    readonly why: string;
    readonly leaving: StandingMember;
    readonly successor: StandingMember | null;
  },
): Promise<void> {
  const { leaving, successor, movedOn, why, input } = move;
  const { id: householdId, organizationPath } = household;
  const id = newEventId();
  await run(
    `insert into household_move (id, organization_path, household_id, person_id, identity_id, name, relation, reason,
       moved_on, moved_on_reason, why, successor_id, staff_id, staff_name, recorded_at)
     values ($1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6, $7, $8, $9::date, $10, $11, $12::uuid, $13::uuid, $14,
       $15::timestamptz)`,
    id,
    organizationPath,
    householdId,
    leaving.personId,
    leaving.identityId,
    leaving.name,
    leaving.relation,
    input.reason,
    movedOn.on,
    sealWords(parts.keyring, movedOn.reason, wordsPlace('household_move', 'moved_on_reason', { id, organizationPath })),
    parts.keyring.seal(why, wordsPlace('household_move', 'why', { id, organizationPath })),
    successor?.personId ?? null,
    actor.staffId,
    actor.name,
    parts.clock().toISOString(),
  );
}

/** Removes a member and moves the successor, if any, to the head's place; later members move up. */
async function takeOut(
  run: RunSql,
  householdId: string,
  leaving: StandingMember,
  successor: StandingMember | null,
): Promise<void> {
  await run('delete from household_member where id = $1::uuid', leaving.id);
  if (successor !== null) {
    await run(
      `with heads as (
         update household_member set position = 0, relation = $3, monthly_income_fen = null, standing = null,
           rural_registration = false where id = $2::uuid
       )
       update household h set head_id = p.id, head_name = p.name, head_standing = m.standing,
         migrant_worker = m.standing = 'WORKER' and m.rural_registration,
         new_generation = m.standing = 'WORKER' and m.rural_registration and p.birth_date >= '1980-01-01'
       from household_member m join person p on p.id = m.person_id where h.id = $1::uuid and m.id = $2::uuid`,
      householdId,
      successor.id,
      headRelation,
    );
  }
  await run(
    `update household_member set position = position - 1
     where household_id = $1::uuid and position > $2::int`,
    householdId,
    successor?.position ?? leaving.position,
  );
  await run(
    `update household set declared_size = greatest(declared_size - 1,
       (select count(*)::int from household_member where household_id = $1::uuid), 1) where id = $1::uuid`,
    householdId,
  );
}

const successorMissing = (): Problem =>
  problem(
    'SUCCESSOR_MISSING',
    { zh: '转出的是户主，选定本户新的户主', en: 'The head is moving out: choose the new head of the household.' },
    'successorId',
  );

const successorWithoutNumber = (name: string): Problem =>
  problem(
    'SUCCESSOR_WITHOUT_NUMBER',
    {
      zh: `“${name}”没有登记身份证号，先在变更中补录，再办理转出`,
      en: `“${name}” has no identity number recorded. Enter it with a household change first.`,
    },
    'successorId',
  );

const successorWithoutStanding = (name: string): Problem =>
  problem(
    'SUCCESSOR_WITHOUT_STANDING',
    {
      zh: `“${name}”没有登记身份（职工、农民或城镇居民），先在变更中补录，再办理转出`,
      en: `“${name}” has no worker status recorded (worker, farmer or townsperson). Enter it with a household change first.`,
    },
    'successorId',
  );

const moneyWaits = (): Problem =>
  problem(
    'MONEY_WAITS',
    {
      zh: '本户有已审批未发放的款项，发放或作废后再更换户主；户主死亡的办理退出',
      en: 'Approved aid is waiting for this household. Settle it before the head changes, or propose the exit of the file.',
    },
    'memberId',
  );

import type { AuditAction } from '@nuangong/access';
import { identityOf, prismaSql, recordAudit } from '@nuangong/database';
import { ok, problem, readReason, refuse, type Refusal, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';

/** The kind of a person's number that is shown whole. */
export type UnmaskedNumber = 'IDENTITY' | 'PHONE' | 'BANK_ACCOUNT';

/**
 * How many whole numbers one account may see, of all kinds together. A form takes five minutes: calling twelve families
 * an hour and checking each account needs 24 an hour and 192 in eight hours. The same number seen again within an hour
 * counts once.
 */
export const unmaskingLimits = { anHour: 30, aDay: 200 };

/** How many numbers an account saw in the last hour and day. */
export interface SeenBefore {
  readonly withinTheHour: number;
  readonly withinTheDay: number;
}

/** Whether so many more may be shown. */
export function mayUnmask(further: number, { withinTheHour, withinTheDay }: SeenBefore): boolean {
  return withinTheHour + further <= unmaskingLimits.anHour && withinTheDay + further <= unmaskingLimits.aDay;
}

/** A request to see numbers of a person: the reason, and the action and record that a refusal is audited under. */
export interface WantedUnmasking {
  readonly personId: string;
  readonly numbers: readonly UnmaskedNumber[];
  readonly reason: string;
  readonly refused: AuditAction;
  readonly record: { readonly recordType: string; readonly recordId: string };
}

/**
 * Lets an account see whole numbers for a stated reason and within its limit; otherwise refuses and audits the refusal.
 * The numbers are counted before anything is opened. Returns the reason.
 */
export async function admitUnmasking(context: CaseRecordsContext, wanted: WantedUnmasking): Promise<Result<string>> {
  const reason = readReason(wanted.reason, 'reason');
  if (!reason.ok) return keepRefusal(context, wanted, reason);
  const counted = await countUnmasking(context, wanted.personId, wanted.numbers);
  return counted.ok ? reason : keepRefusal(context, wanted, counted);
}

async function keepRefusal(
  { actor, database, requestId }: CaseRecordsContext,
  { refused: action, record }: WantedUnmasking,
  refusal: Refusal,
): Promise<Refusal> {
  const after = { why: refusal.problems[0]?.code };
  await database.transaction(identityOf(actor), (tx: Transaction) =>
    recordAudit(tx, { actor, requestId }, [{ action, ...record, after }]),
  );
  return refusal;
}

/**
 * Counts an unmasking in its own transaction, so that a later refusal does not undo it; concurrent calls of one account
 * run one after another. Refuses with UNMASKED_TOO_OFTEN.
 */
function countUnmasking(
  context: CaseRecordsContext,
  personId: string,
  numbers: readonly UnmaskedNumber[],
): Promise<Result<true>> {
  const { actor, database, parts } = context;
  const at = parts.clock().toISOString();
  return database.transaction(identityOf(actor), async (tx: Transaction): Promise<Result<true>> => {
    const run = prismaSql(tx);
    await run(`select pg_advisory_xact_lock(hashtextextended('unmasking ' || $1::text, 0))::text`, actor.staffId);
    const [seen] = await run<SeenBefore & { readonly again: readonly UnmaskedNumber[] }>(
      `select count(*) filter (where asked_at > $2::timestamptz - interval '1 hour')::int as "withinTheHour",
         count(*)::int as "withinTheDay",
         coalesce(array_agg(number) filter (
           where person_id = $3::uuid and asked_at > $2::timestamptz - interval '1 hour'), '{}') as again
       from unmasking where staff_id = $1::uuid and asked_at > $2::timestamptz - interval '1 day'`,
      actor.staffId,
      at,
      personId,
    );
    const { again = [], ...before } = seen ?? { withinTheHour: 0, withinTheDay: 0 };
    const further = numbers.filter((number) => !again.includes(number));
    if (!mayUnmask(further.length, before)) return refuse(unmaskedTooOften());
    await run(
      `insert into unmasking (organization_path, staff_id, person_id, number, asked_at)
       select $1, $2::uuid, $3::uuid, number, $5::timestamptz from unnest($4::text[]) as number`,
      actor.scope,
      actor.staffId,
      personId,
      further,
      at,
    );
    return ok(true);
  });
}

const { anHour, aDay } = unmaskingLimits;
const unmaskedTooOften = () =>
  problem('UNMASKED_TOO_OFTEN', {
    zh: `查看完整号码已达上限：每人每小时 ${anHour} 个、每天 ${aDay} 个。一小时后再试；批量核对用花名册或发放文件`,
    en: `You have reached the limit for viewing full numbers: ${anHour} an hour, ${aDay} a day. Try again in an hour; to check many, use the roster or the payment file.`,
  });

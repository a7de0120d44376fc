import { identityOf, prismaSql } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';

/** Which of a person's numbers is shown whole. */
export type UnmaskedNumber = 'IDENTITY' | 'PHONE' | 'BANK_ACCOUNT';

/**
 * How many whole numbers one account sees, of all kinds together. A form takes five minutes: whoever calls twelve
 * families an hour and checks each account sees 24 an hour and 192 in eight hours. The same number seen again within
 * the hour counts once.
 */
export const unmaskingLimits = { anHour: 30, aDay: 200 };

/** How many an account saw within the hour and the day. */
export interface SeenBefore {
  readonly withinTheHour: number;
  readonly withinTheDay: number;
}

/** Whether one more may be shown. */
export function mayUnmask({ withinTheHour, withinTheDay }: SeenBefore): boolean {
  return withinTheHour < unmaskingLimits.anHour && withinTheDay < unmaskingLimits.aDay;
}

/**
 * Counts an unmasking before it is judged and shown, in a transaction of its own: what is refused later was counted all
 * the same, and many at once by one account follow each other. Refuses with UNMASKED_TOO_OFTEN.
 */
export function countUnmasking(
  context: CaseRecordsContext,
  personId: string,
  number: UnmaskedNumber,
): Promise<Result<true>> {
  const { actor, database, parts } = context;
  const at = parts.clock().toISOString();
  return database.transaction(identityOf(actor), async (tx: Transaction): Promise<Result<true>> => {
    const run = prismaSql(tx);
    await run(`select pg_advisory_xact_lock(hashtextextended('unmasking ' || $1::text, 0))::text`, actor.staffId);
    const [seen] = await run<SeenBefore & { readonly again: boolean }>(
      `select count(*) filter (where asked_at > $2::timestamptz - interval '1 hour')::int as "withinTheHour",
         count(*)::int as "withinTheDay",
         coalesce(bool_or(person_id = $3::uuid and number = $4 and asked_at > $2::timestamptz - interval '1 hour'), false)
           as again
       from unmasking where staff_id = $1::uuid and asked_at > $2::timestamptz - interval '1 day'`,
      actor.staffId,
      at,
      personId,
      number,
    );
    if (seen === undefined || seen.again) return ok(true);
    if (!mayUnmask(seen)) return refuse(unmaskedTooOften());
    await run(
      `insert into unmasking (organization_path, staff_id, person_id, number, asked_at)
       values ($1, $2::uuid, $3::uuid, $4, $5::timestamptz)`,
      actor.scope,
      actor.staffId,
      personId,
      number,
      at,
    );
    return ok(true);
  });
}

const { anHour, aDay } = unmaskingLimits;
const unmaskedTooOften = () =>
  problem('UNMASKED_TOO_OFTEN', {
    zh: `查看完整号码已达上限：每人每小时 ${anHour} 个、每天 ${aDay} 个。一小时后再试；批量核对用花名册或发放文件`,
    en: `Whole numbers were shown as often as one account may see them: ${anHour} an hour, ${aDay} a day. Try again in an hour; use the roster or the payment file to check many.`,
  });

import type { Bilingual } from '@nuangong/primitives';
import { formatYuanGrouped, fen } from '@nuangong/primitives';
import { loadManyBy } from '../batch-loader.ts';

/** What happened to a household's aid in money. */
type AidHappening = 'GRANT_APPROVED' | 'PAYMENT_MADE' | 'PAYMENT_RETURNED';

interface AidRow {
  readonly householdId: string;
  readonly kind: AidHappening;
  readonly at: Date;
  readonly amountFen: bigint;
  readonly words: string;
  readonly actor: string | null;
  readonly organizationName: string;
  readonly recordType: string;
  readonly recordId: string;
}

/** One thing that happened to a household. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly title: Bilingual;
  readonly detail: string;
  readonly actor: string | null;
  readonly organizationName: string;
  readonly recordType: string;
  readonly recordId: string;
}

const titles: Readonly<Record<AidHappening, (amount: string) => Bilingual>> = {
  GRANT_APPROVED: (amount) => ({ zh: `核定救助 ${amount} 元`, en: `Grant of ${amount} yuan approved` }),
  PAYMENT_MADE: (amount) => ({ zh: `发放 ${amount} 元`, en: `${amount} yuan paid` }),
  PAYMENT_RETURNED: (amount) => ({ zh: `退汇 ${amount} 元`, en: `${amount} yuan returned by the bank` }),
};

/** How an entry of the timeline reads. */
export function toTimelineEntry(row: AidRow): TimelineEntry {
  const { kind, at, actor, organizationName, recordType, recordId } = row;
  const title = titles[kind](formatYuanGrouped(fen(row.amountFen)));
  return {
    id: `${kind}-${recordId}`,
    at,
    kind,
    title,
    detail: row.words,
    actor,
    organizationName,
    recordType,
    recordId,
  };
}

/** The aid in money of households, latest first; one statement for all that a request asks for. */
export const loadAidTimeline = loadManyBy<AidRow>(
  (row) => row.householdId,
  (context, ids) => context.tx.$queryRaw<AidRow[]>`
    select g.household_id::text as "householdId", 'GRANT_APPROVED' as kind, g.approved_at as at,
      g.amount_fen as "amountFen", g.clause as words,
      g.approved_by_name as actor, g.organization_name as "organizationName", 'Grant' as "recordType",
        g.id::text as "recordId"
    from aid_grant g where g.household_id = any (${[...ids]}::uuid[])
    union all
    select p.household_id::text, 'PAYMENT_MADE', coalesce(b.paid_at, p.paid_on::timestamptz), p.amount_fen,
      p.batch_number,
      b.paid_by_name, g.organization_name, 'Payment', p.id::text
    from payment p join aid_grant g on g.id = p.grant_id left join disbursement_batch b on b.id = p.batch_id
    where p.household_id = any (${[...ids]}::uuid[]) and p.status in ('PAID', 'RETURNED')
    union all
    select p.household_id::text, 'PAYMENT_RETURNED', r.recorded_at, p.amount_fen, r.reason, null, g.organization_name,
      'Payment', p.id::text
    from payment p join aid_grant g on g.id = p.grant_id join returned_payment r on r.payment_id = p.id
    where p.household_id = any (${[...ids]}::uuid[])
    order by at desc`,
);

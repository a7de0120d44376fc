import { loadManyBy } from '@nuangong/subgraph';
import type { FundsContext } from '../../builder.ts';
import type { AidRow } from './timeline.ts';

/** The aid in money of households, latest first; one statement for the whole request. */
export const loadAidTimeline = loadManyBy<FundsContext, AidRow>(
  (row) => row.householdId,
  (context, ids) => context.tx.$queryRaw<AidRow[]>`
    select g.household_id::text as "householdId", 'GRANT_APPROVED' as kind, g.approved_at as at,
      g.amount_fen as "amountFen", g.clause as words,
      g.approved_by_name as actor, g.organization_name as "organizationName",
      g.organization_path as "organizationPath", 'Grant' as "recordType",
        g.id::text as "recordId", null as "entryId", null as "claimId"
    from aid_grant g where g.household_id = any (${[...ids]}::uuid[])
    union all
    select p.household_id::text, 'PAYMENT_MADE', coalesce(b.paid_at, p.paid_on::timestamptz), p.amount_fen,
      p.batch_number,
      b.paid_by_name, g.organization_name, g.organization_path, 'Payment', p.id::text, null, null
    from payment p join aid_grant g on g.id = p.grant_id left join disbursement_batch b on b.id = p.batch_id
    where p.household_id = any (${[...ids]}::uuid[]) and p.status in ('PAID', 'RETURNED')
    union all
    select p.household_id::text, 'PAYMENT_RETURNED', r.recorded_at, p.amount_fen, c.reason, null, g.organization_name, c.organization_path,
      'Payment', p.id::text, null, c.id::text
    from payment p join aid_grant g on g.id = p.grant_id join returned_payment r on r.payment_id = p.id
    join return_claim c on c.id = r.claim_id
    where p.household_id = any (${[...ids]}::uuid[])
    union all
    select g.household_id::text, 'GRANT_HELD', h.held_at, g.amount_fen, h.cause, null, g.organization_name, g.organization_path, 'Grant',
      g.id::text, h.id::text, null
    from grant_hold h join aid_grant g on g.id = h.grant_id where g.household_id = any (${[...ids]}::uuid[])
    union all
    select g.household_id::text, case d.kind when 'RELEASE' then 'GRANT_RELEASED' else 'GRANT_PAID_ON' end, d.answered_at,
      g.amount_fen, '', d.answered_by_name, g.organization_name, g.organization_path, 'Grant', g.id::text, d.id::text, null
    from grant_decision d join aid_grant g on g.id = d.grant_id
    where g.household_id = any (${[...ids]}::uuid[]) and d.status = 'CARRIED_OUT'
    order by at desc`,
);

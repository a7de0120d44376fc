import { permits } from '@nuangong/access';
import { loadManyBy } from '@nuangong/subgraph';
import type { WorkContext } from '../builder.ts';
import type { HappeningParts, HappeningRecord } from './timeline.ts';

/** An entry of a household's timeline, as stored. */
export interface TimelineRow extends HappeningParts {
  readonly id: string;
  readonly householdId: string;
  readonly at: Date;
  readonly actor: string;
  readonly organizationName: string;
  readonly recordType: HappeningRecord;
  readonly recordId: string;
}

const employment = `
  select s.id::text as id, s.household_id as "householdId", s.recorded_at as at, 'JOB_SEEKER_REGISTERED' as kind,
    s.name as person, null as subject, null::bigint as "amountFen", s.staff_name as actor,
    s.organization_name as "organizationName", 'JobSeeker' as "recordType", s.id as "recordId"
  from job_seeker s where s.household_id = any($1::uuid[])
  union all
  select r.id::text, s.household_id, moment_of(r.referred_on, r.recorded_at), 'WORKER_REFERRED',
    s.name, v.employer || ' ' || v.trade, null, r.staff_name, r.organization_name, 'Referral', r.id
  from referral r join job_seeker s on s.id = r.job_seeker_id join vacancy v on v.id = r.vacancy_id
  where s.household_id = any($1::uuid[])
  union all
  select p.id::text, s.household_id, moment_of(p.placed_on, p.recorded_at), 'WORKER_PLACED',
    s.name, v.employer || ' ' || v.trade, p.monthly_pay_fen, p.staff_name, p.organization_name, 'Placement', p.id
  from placement p join job_seeker s on s.id = p.job_seeker_id join vacancy v on v.id = p.vacancy_id
  where s.household_id = any($1::uuid[])
  union all
  select t.id::text, s.household_id, moment_of(t.attended_on, t.recorded_at), 'TRAINING_ATTENDED',
    s.name, t.course, null, t.staff_name, t.organization_name, 'TrainingAttendance', t.id
  from training_attendance t join job_seeker s on s.id = t.job_seeker_id where s.household_id = any($1::uuid[])`;

const rights = `
  select c.id || '/opened' as id, c.household_id as "householdId", moment_of(c.opened_on, c.recorded_at) as at,
    'LEGAL_CASE_OPENED' as kind, c.client_name as person, c.kind || ' ' || c.number as subject,
    null::bigint as "amountFen",
    c.staff_name as actor, c.organization_name as "organizationName", 'LegalCase' as "recordType", c.id as "recordId"
  from legal_case c where c.household_id = any($1::uuid[])
  union all
  select c.id || '/closed', c.household_id, moment_of(c.closed_on, c.closed_at), 'LEGAL_CASE_CLOSED', c.client_name,
    c.kind || ' ' || c.number, null, c.staff_name, c.organization_name, 'LegalCase', c.id
  from legal_case c where c.household_id = any($1::uuid[]) and c.status = 'CLOSED'
  union all
  select w.id::text, w.household_id, moment_of(c.opened_on, c.recorded_at), 'WAGE_CLAIM_OPENED', w.name,
    c.employer, w.owed_fen,
    c.staff_name, c.organization_name, 'WageClaim', c.id
  from wage_claim_worker w join wage_claim c on c.id = w.wage_claim_id where w.household_id = any($1::uuid[])
  union all
  select r.id || '/' || w.id, w.household_id, moment_of(r.recovered_on, r.recorded_at), 'WAGES_RECOVERED',
    w.name, c.employer,
    p.amount_fen, r.staff_name, r.organization_name, 'WageClaim', c.id
  from wage_recovery_part p join wage_recovery r on r.id = p.recovery_id join wage_claim_worker w on w.id = p.worker_id
    join wage_claim c on c.id = w.wage_claim_id
  where w.household_id = any($1::uuid[])`;

/**
 * A household's entries about work and legal aid, latest first; one statement for all households of a page. An actor
 * whose role reads only one of the two sees that part.
 */
export const loadTimeline = loadManyBy<WorkContext, TimelineRow>(
  (entry) => entry.householdId,
  async (context: WorkContext, householdIds) => {
    const parts = [
      ...(permits(context.actor.roles, 'employment.read') ? [employment] : []),
      ...(permits(context.actor.roles, 'legal-case.read') ? [rights] : []),
    ];
    if (parts.length === 0) return [];
    const sql = `${parts.join(' union all ')} order by at desc, id desc`;
    return context.tx.$queryRawUnsafe<TimelineRow[]>(sql, [...householdIds]);
  },
);

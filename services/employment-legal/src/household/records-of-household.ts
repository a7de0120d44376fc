/**
 * The ids of the records that audit entries of this service tell of a household ($1): its job seekers with their
 * referrals, placements and training, its legal cases, and the wage claims of its workers.
 */
export const recordsOfHousehold = `
  with seeker as (select id from job_seeker where household_id = $1::uuid)
  select id::text as id from seeker
  union select r.id::text from referral r join seeker s on s.id = r.job_seeker_id
  union select p.id::text from placement p join seeker s on s.id = p.job_seeker_id
  union select t.id::text from training_attendance t join seeker s on s.id = t.job_seeker_id
  union select id::text from legal_case where household_id = $1::uuid
  union select wage_claim_id::text from wage_claim_worker where household_id = $1::uuid`;

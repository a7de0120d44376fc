/**
 * The ids of the records that audit entries of this service tell of a household ($1): its people, also those who left,
 * its file and what hangs on it, its visits, applications and decisions, the postings and rosters that it is on.
 */
export const recordsOfHousehold = `
  with person as (
    select person_id as id from household_member where household_id = $1::uuid and person_id is not null
    union select person_id from household_move where household_id = $1::uuid and person_id is not null
    union select person_id from person_correction where household_id = $1::uuid
  ), file as (select id from case_file where household_id = $1::uuid)
  select id::text as id from person
  union select id::text from file
  union select e.id::text from evidence e join file f on f.id = e.case_file_id
  union select p.id::text from file_proposal p join file f on f.id = p.case_file_id
  union select o.id::text from objection o join file f on f.id = o.case_file_id
  union select p.posting_id::text from posting_file p join file f on f.id = p.case_file_id
  union select id::text from visit where household_id = $1::uuid
  union select id::text from aid_application where household_id = $1::uuid
  union select id::text from eligibility_decision where household_id = $1::uuid
  union select unnest(array[id, import_id])::text from roster_row where household_id = $1::uuid`;

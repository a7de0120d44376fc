/**
 * The five pages' rows as one SQL query each, written by hand for exactly what the page shows; $1 is the page's
 * parameter. Each returns one row: `ids` (the rows in order), `total`, and the rest of the page as `rows` in JSON. The
 * page's rows are selected first, and related records are joined only to these.
 */
export const householdListByHand = `
select json_agg(p.id order by p.organization_path, p.head_name, p.id) as ids, (select count(*)::int from household)
  as total,
  json_agg(p order by p.organization_path, p.head_name, p.id) as rows
from (
  select h.id, h.organization_path, h.unit_name, h.organization_name, h.declared_size, h.per_capita_income_fen,
    h.hardship_class, h.dibao_status,
    h.causes, h.head_id, h.head_name, head.masked_identity, f.id as file_id, f.number, f.status, f.version,
      f.submitted_by,
    (select json_agg(distinct e.kind) from evidence e where e.case_file_id = f.id) as evidence
  from (select * from household order by organization_path, head_name, id limit 50) as h
  join person head on head.id = h.head_id left join case_file f on f.household_id = h.id
) as p`;

export const caseFileQueueByHand = `
select json_agg(p.id order by p.number) as ids, (select count(*)::int from case_file where status = $1) as total,
  json_agg(p order by p.number) as rows
from (
  select f.id, f.number, f.status, f.version, f.submitted_by, f.updated_at, h.id as household_id, h.hardship_class,
    h.unit_name,
    h.organization_name, h.declared_size, h.per_capita_income_fen, h.dibao_status, h.causes, h.model_worker_honour,
      h.migrant_worker, h.sealed_remark,
    head.name, head.masked_identity, head.birth_date, head.sex, head.masked_phone,
    (select json_agg(e) from evidence e where e.case_file_id = f.id) as evidence,
    (select json_agg(m order by m.position) from household_member m where m.household_id = h.id) as members,
    (select json_agg(l order by l.valid_from desc) from dibao_line l where f.organization_path ^@ l.organization_path
      and l.valid_from <= current_date) as dibao_lines
  from (select * from case_file where status = $1 order by number limit 50) as f
  join household h on h.id = f.household_id join person head on head.id = h.head_id
) as p`;

export const applicationQueueByHand = `
select json_agg(p.id order by p.number) as ids, (select count(*)::int from aid_application where status = $1) as
  total,
  json_agg(p order by p.number) as rows
from (
  select a.id, a.number, a.status, a.amount_fen, a.aid_type, a.missing_fen, a.put_forward_name, a.put_forward_at,
    a.approved_name,
    a.approved_at, a.opinion, a.put_forward_by, a.organization_name, a.head_name, a.unit_name, a.household_id, c.name
      as campaign_name,
    f.number as file_number, f.submitted_by, f.reviewed_by, d.outcome, d.amount_fen as decided_fen, d.amount_min_fen,
      d.amount_max_fen,
    d.cap_fen, d.case_file_version, d.decided_at, d.evidence_missing, v.version as policy_version,
    v.frequency, v.aid_type as policy_aid_type, v.mark as policy_mark,
    policy.name as policy_name, head.masked_identity,
    (select json_agg(e) from evidence e where e.case_file_id = f.id) as evidence
  from (select * from aid_application where status = $1 order by number limit 50) as a
  left join campaign c on c.id = a.campaign_id
  join case_file f on f.id = a.case_file_id
  join eligibility_decision d on d.id = a.eligibility_decision_id
  join policy_version v on v.id = d.policy_version_id
  join policy on policy.id = v.policy_id
  join household h on h.id = d.household_id
  join person head on head.id = h.head_id
) as p`;

export const batchPageByHand = `
with payments as materialized (
  select p.id, p.place, p.status, p.amount_fen, p.household_id, p.paid_on, g.payee_name, g.masked_bank_account,
    c.reason,
    v.id as voucher_id, v.organization_code, v.month, v.number,
    (select json_agg(part order by part.fund_id) from commitment_part part where part.commitment_id =
      p.commitment_id) as parts
  from (select * from payment where batch_id = $1 order by place limit 50) as p
  join aid_grant g on g.id = p.grant_id left join voucher v on v.payment_id = p.id
  left join returned_payment r on r.payment_id = p.id left join return_claim c on c.id = r.claim_id
)
select (select json_agg(p.id order by p.place) from payments p) as ids,
  (select count(*)::int from payment where batch_id = $1) as total,
  json_build_object('batch', (select row_to_json(b) from disbursement_batch b where b.id = $1),
    'parts', (select json_agg(part) from disbursement_batch_part part where part.batch_id = $1),
    'payments', (select json_agg(p order by p.place) from payments p)) as rows`;

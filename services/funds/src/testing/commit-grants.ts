import { campaignId, type FundsService } from './funds-service.ts';

/** Approves grants of 300 yuan of the winter campaign and commits them from the only fund, ready for a batch. */
export async function commitGrants(funds: FundsService, grants: number): Promise<void> {
  await funds.inspect('set session_replication_role = replica');
  await funds.inspect(committedGrants, [campaignId, grants]);
  await funds.inspect('set session_replication_role = origin');
}

const committedGrants = `
with g as (
  insert into aid_grant (id, organization_path, organization_id, organization_code, organization_name, book_path,
    application_id, campaign_id, household_id, case_file_id, eligibility_decision_id, aid_type, mark, purpose, amount_fen, status,
    payee_name, unit_name, sealed_payee, masked_identity_number, masked_bank_account, reason, clause, migrant_worker,
    model_worker, worksheet_row, approved_by_id, approved_by_name, approved_at)
  select uuidv7(), '51/5101/510101/', '00000000-0000-7000-8000-000000510101', '510101', '青禾县总工会', '51/5101/510101/',
    uuidv7(), $1, uuidv7(), uuidv7(), uuidv7(), 'LIVING', 'HOLIDAY_VISIT', '送温暖', 30000, 'COMMITTED', '王建国', '县农机厂',
    'v2.1.AES256GCM.' || repeat('x', 200), '5****************8', '****0123', '本人患大病', '2 低保户和低保边缘户', false, false, n,
    '00000000-0000-7000-8000-000000000009', '张志强', '2026-12-02'
  from generate_series(1, $2::int) as n returning id, organization_path
), c as (
  insert into commitment (organization_path, grant_id, attempt, amount_fen, made_at)
  select organization_path, id, 1, 30000, '2026-12-02' from g returning id, organization_path
)
insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
select c.id, f.id, c.organization_path, f.name, f.source, 30000 from c cross join fund f`;

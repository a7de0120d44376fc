import { newEventId } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { buildActor } from '@nuangong/service/testing';
import type { Client } from 'pg';
import { identityOf, type Database } from '@nuangong/database';
import type { Transaction } from '../src/builder.ts';
import { rememberCampaign } from '../src/money/campaign/remember-campaign.ts';
import type { Command } from '../src/command.ts';
import { prepareBatch } from '../src/money/disbursement/prepare-batch.ts';
import { openFund } from '../src/money/fund/open-fund.ts';
import { recordReceipt } from '../src/money/receipt/record-receipt.ts';

const campaignId = '00000000-0000-7000-8000-0000000c2027';
const at = new Date('2026-12-12T02:30:00.123Z');

export const finance = buildActor({ name: '陈晓梅', roles: ['FINANCE'] });
const financeLead = buildActor({ name: '刘国华', roles: ['FINANCE_LEAD'] });

/** The command context of a finance officer. */
export function commandOf(database: Database<Transaction>): Command {
  return { actor: finance, at, requestId: 'bench', database };
}

/** Opens the two funds that every batch is paid from: the union's money first, then the county's. */
export async function openFunds(database: Database<Transaction>): Promise<readonly string[]> {
  const command = commandOf(database);
  await database.transaction(identityOf(finance), (tx) =>
    rememberCampaign(tx, { id: campaignId, organizationPath: finance.scope, name: '送温暖活动' }),
  );
  const opening = { purposes: ['送温暖'], year: 2026, campaignId };
  const union = valueOf(await openFund(command, { ...opening, name: '市总送温暖资金', source: 'UNION', priority: 1 }));
  const fiscal = valueOf(
    await openFund(command, { ...opening, name: '县财政配套资金', source: 'LOCAL_FISCAL', priority: 2 }),
  );
  return [union.id, fiscal.id];
}

/**
 * Approves grants of 300 yuan, records exactly the money for them in ten receipts, and has their batch prepared by the
 * service's own command and approved, without opening the payees; analyses the tables afterwards. Returns the batch's
 * id.
 */
export async function prepareApprovedBatch(
  database: Database<Transaction>,
  owner: Client,
  funds: readonly string[],
  payments: number,
): Promise<string> {
  await owner.query(insertGrants, [campaignId, payments]);
  const command = commandOf(database);
  const receipts = 5;
  for (let receipt = 0; receipt < receipts; receipt++) {
    for (const fundId of funds) {
      const amount = `${(payments * 300) / funds.length / receipts}.00`;
      const coming = { fundId, amount, payer: '县财政局', receivedOn: '2026-12-01', idempotencyKey: newEventId() };
      valueOf(await recordReceipt(command, coming));
    }
  }
  await owner.query('analyze');
  const batch = valueOf(await prepareBatch(command, { campaignId }));
  if (batch.paymentCount !== payments) throw new Error(`the batch has ${batch.paymentCount} payments, not ${payments}`);
  await owner.query(approveAsIs, [batch.id, financeLead.staffId, financeLead.name, command.at]);
  await owner.query('vacuum analyze');
  return batch.id;
}

const approveAsIs = `
update disbursement_batch set status = 'APPROVED', approved_by = $2, approved_by_name = $3, approved_at = $4 where id = $1`;

const insertGrants = `
insert into aid_grant (id, organization_path, organization_id, organization_code, organization_name, book_path,
  application_id, campaign_id,
  household_id, case_file_id, eligibility_decision_id, aid_type, mark, purpose, amount_fen, status, payee_name, unit_name,
    sealed_payee,
  masked_identity_number, masked_bank_account, reason, clause, migrant_worker, model_worker, worksheet_row,
    approved_by_id,
  approved_by_name, approved_at)
select uuidv7(), '51/5101/510101/', '00000000-0000-7000-8000-000000510101', '510101', '青禾县总工会', '51/5101/510101/',
  uuidv7(), $1,
  uuidv7(), uuidv7(), uuidv7(), 'LIVING', 'HOLIDAY_VISIT', '送温暖', 30000, 'AWAITING_FUNDS', '王建国', '县农机厂', 'v2.1.AES256GCM.' ||
    repeat('x', 200),
  '5****************8', '****0123', '本人患大病', '2 低保户和低保边缘户', n % 5 = 0, n % 50 = 0, n,
    '00000000-0000-7000-8000-000000000009',
  '张志强', clock_timestamp()
from generate_series(1, $2::int) as n`;

import type { Actor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { newEventId, type OrganizationReference } from '@nuangong/events';
import { valueOf, type Result } from '@nuangong/primitives';
import { approveBatch } from '../money/disbursement/approve-batch.ts';
import { confirmReturnedPayment } from '../money/disbursement/confirm-returned-payment.ts';
import { loadBatchFindings } from '../money/disbursement/load-batch-findings.ts';
import { payBatch } from '../money/disbursement/pay-batch.ts';
import { prepareBatch } from '../money/disbursement/prepare-batch.ts';
import { recordReturnedPayment } from '../money/disbursement/record-returned-payment.ts';
import { openFund } from '../money/fund/open-fund.ts';
import type { OpenFundInput } from '../money/fund/fund.ts';
import type { SentAllocation } from '../money/allocation/send-allocation.ts';
import type { Allocation, DisbursementBatch, Fund } from '../generated/prisma/client.ts';
import { openPayee, type Payee } from '../money/payee/payee.ts';
import { decidePendingEntry } from '../money/second-person/decide-pending-entry.ts';
import { recordReceipt } from '../money/receipt/record-receipt.ts';
import { campaignId, finance, financeLead, now, type FundsService } from './funds-service.ts';

/** Opens a fund of county finance for the winter campaign and receives money into it; amounts in yuan as text. */
export async function fundWith(
  funds: FundsService,
  amount: string,
  overrides: Partial<OpenFundInput> & { readonly actor?: Actor } = {},
): Promise<Fund> {
  const { actor = finance, ...input } = overrides;
  const fund = valueOf(
    await openFund(funds.commandOf(actor), {
      name: `资金 ${newEventId()}`,
      source: 'LOCAL_FISCAL',
      purposes: ['送温暖'],
      year: 2026,
      campaignId,
      ...input,
    }),
  );
  if (amount !== '0') await receive(funds, fund, amount, actor);
  return fund;
}

/** Receives money into a fund. */
export async function receive(funds: FundsService, fund: Fund, amount: string, actor: Actor = finance): Promise<void> {
  const { waiting } = valueOf(
    await recordReceipt(funds.commandOf(actor), {
      fundId: fund.id,
      amount,
      payer: '县财政局',
      receivedOn: '2026-12-01',
      idempotencyKey: newEventId(),
      document: '青财〔2026〕7号',
    }),
  );
  if (waiting === null) return;
  const checker = { ...actor, staffId: newEventId(), roles: ['FINANCE_LEAD'] as const };
  valueOf(await decidePendingEntry(funds.commandOf(checker), { id: waiting.id, confirm: true }));
}

/** Approves a prepared batch, with every finding acknowledged or given a reason. */
export async function approveAsFound(
  funds: FundsService,
  batchId: string,
  actor: Actor = financeLead,
): Promise<DisbursementBatch> {
  const { findings } = await funds.service.database.transaction(identityOf(actor), (tx) =>
    loadBatchFindings(tx, funds.keyring, batchId),
  );
  const answers = findings.map(({ key }) => ({ finding: key, reason: '已核对' }));
  return valueOf(await approveBatch(funds.commandOf(actor), { batchId, answers }));
}

/** Prepares, approves and pays all committed grants of a campaign. */
export async function payAll(funds: FundsService, campaign: string | null = campaignId): Promise<DisbursementBatch> {
  const batch = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId: campaign }));
  await approveAsFound(funds, batch.id);
  return valueOf(await payBatch(funds.commandOf(finance), { batchId: batch.id }));
}

let returns = 0;

/** Records a return and confirms it as head of finance, each `copies` times concurrently. */
export async function returnPayment(funds: FundsService, paymentId: string, copies = 1): Promise<void> {
  returns += 1;
  const input = { paymentId, bankReference: `TH-${returns}`, reason: '户名与账号不符', returnedOn: '2026-12-12' };
  await Promise.all(Array.from({ length: copies }, () => recordReturnedPayment(funds.commandOf(finance), input)));
  await Promise.all(
    Array.from({ length: copies }, () => confirmReturnedPayment(funds.commandOf(financeLead), { paymentId })),
  );
}

/** Delivers the event that a grant's payee was corrected, or confirmed unchanged. */
export async function correctPayee(
  funds: FundsService,
  grantId: string,
  payee: Payee | null = null,
  time: Date = now,
): Promise<string> {
  const [grant] = await funds.inspect<CorrectedGrant>(
    `select g.case_file_id as "caseFileId", g.household_id as "householdId", g.sealed_payee as "sealedPayee",
       json_build_object('id', g.organization_id, 'path', g.organization_path, 'code', g.organization_code,
         'name', g.organization_name) as organization
     from aid_grant g where g.id = $1`,
    [grantId],
  );
  if (grant === undefined) throw new Error('no such grant');
  const { caseFileId, householdId, organization, sealedPayee } = grant;
  const kept = { id: grantId, organizationPath: organization.path, sealedPayee };
  const corrected = payee ?? (await openPayee(funds.keyring, { grant: kept, payeeNews: null }));
  return funds.tell('payee-corrected.v1', {
    caseFileId,
    householdId,
    organization,
    payeeName: corrected.name,
    sealedPayee: funds.keyring.sealForTransit(JSON.stringify(corrected), caseFileId),
    changed: payee !== null,
    why: payee === null ? '已与本人核实账号' : '账号录错一位',
    correctedBy: { id: newEventId(), name: '李干事' },
    confirmedBy: { id: newEventId(), name: '赵审核' },
    confirmedAt: time.toISOString(),
  });
}

interface CorrectedGrant {
  readonly caseFileId: string;
  readonly householdId: string;
  readonly sealedPayee: string;
  readonly organization: OrganizationReference;
}

/** The allocation that was sent immediately, below the limit. */
export function allocationOf(sent: Result<SentAllocation>): Allocation {
  const { allocation } = valueOf(sent);
  if (allocation === null) throw new Error('the allocation waits for the head of finance');
  return allocation;
}

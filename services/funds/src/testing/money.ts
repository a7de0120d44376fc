import { newEventId } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import type { Actor } from '@nuangong/access';
import { approveBatch } from '../disbursement/approve-batch.ts';
import { payBatch } from '../disbursement/pay-batch.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';
import { openFund } from '../fund/open-fund.ts';
import type { OpenFundInput } from '../fund/fund.ts';
import type { DisbursementBatch, Fund } from '../generated/prisma/client.ts';
import { recordReceipt } from '../receipt/record-receipt.ts';
import { campaignId, finance, financeLead, type FundsService } from './funds-service.ts';

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
  valueOf(
    await recordReceipt(funds.commandOf(actor), {
      fundId: fund.id,
      amount,
      payer: '县财政局',
      receivedOn: '2026-12-01',
      idempotencyKey: newEventId(),
    }),
  );
}

/** Prepares, approves and pays all committed grants of a campaign. */
export async function payAll(funds: FundsService, campaign: string | null = campaignId): Promise<DisbursementBatch> {
  const batch = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId: campaign }));
  valueOf(await approveBatch(funds.commandOf(financeLead), { batchId: batch.id }));
  return valueOf(await payBatch(funds.commandOf(finance), { batchId: batch.id }));
}

import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import {
  exampleApplicationId,
  exampleCampaignId,
  exampleCaseFileId,
  exampleCounty,
  exampleCountyFundId,
  exampleGrantId,
  exampleHouseholdId,
  exampleId,
  examplePaymentId,
  exampleUnionFundId,
} from '../examples.ts';
import { aidMark, aidType, fen, fundPart, localDate, organization, recordId, text } from '../fields.ts';

/**
 * A grant has been paid and has its voucher (困难补助资金发放凭证); the parts add up to the amount. `migrantWorker` and
 * `modelWorker` tell whether any member of the household was one when it was approved.
 */
export const paymentMade = defineEvent({
  name: 'payment-made',
  version: 1,
  topic: 'funds',
  summary: 'A grant has been paid to a household.',
  key: (data) => data.grantId,
  schema: z.object({
    paymentId: recordId,
    grantId: recordId,
    applicationId: recordId,
    batchId: recordId,
    voucherId: recordId,
    voucherNumber: text,
    householdId: recordId,
    caseFileId: recordId,
    organization,
    campaignId: recordId.nullable(),
    aidType,
    mark: aidMark.nullable(),
    amountFen: fen,
    parts: z.array(fundPart),
    migrantWorker: z.boolean(),
    modelWorker: z.boolean(),
    paidOn: localDate,
    purpose: text.optional(),
  }),
  example: {
    paymentId: examplePaymentId,
    grantId: exampleGrantId,
    applicationId: exampleApplicationId,
    batchId: exampleId(35),
    voucherId: exampleId(36),
    voucherNumber: '510107-2026-000012',
    householdId: exampleHouseholdId,
    caseFileId: exampleCaseFileId,
    organization: exampleCounty,
    campaignId: exampleCampaignId,
    aidType: 'LIVING',
    mark: 'HEATING',
    amountFen: 30_000n,
    parts: [
      { fundId: exampleUnionFundId, source: 'UNION', amountFen: 20_000n },
      { fundId: exampleCountyFundId, source: 'LOCAL_FISCAL', amountFen: 10_000n },
    ],
    migrantWorker: false,
    modelWorker: false,
    paidOn: '2026-12-12',
    purpose: '过冬取暖补贴',
  },
});

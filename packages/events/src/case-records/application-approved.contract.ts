import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import {
  exampleApplicationId,
  exampleCampaignId,
  exampleCaseFileId,
  exampleCounty,
  exampleGrantId,
  exampleHouseholdId,
  exampleId,
} from '../examples.ts';
import {
  aidMark,
  aidType,
  count,
  fen,
  instant,
  organization,
  policyClause,
  recordId,
  staffMember,
  text,
} from '../fields.ts';

/**
 * An application has been approved, and its grant waits for money. `sealedPayee` is AEAD ciphertext of the payee, bound
 * to the grant's id: `sealText(FIELD_KEY, JSON.stringify({ name, identityNumber, bankAccount }), grantId)`, the account null
 * where aid is paid in cash. Readable to the service that pays; everything else is free of both numbers.
 */
export const applicationApproved = defineEvent({
  name: 'application-approved',
  version: 1,
  topic: 'case-records',
  summary: 'An aid application has been approved; its grant is to be committed.',
  key: (data) => data.applicationId,
  schema: z.object({
    applicationId: recordId,
    grantId: recordId,
    campaignId: recordId.nullable(),
    householdId: recordId,
    caseFileId: recordId,
    caseFileVersion: count,
    organization,
    aidType,
    mark: aidMark.nullable(),
    amountFen: fen,
    clauses: z.array(policyClause),
    decisionSheetId: recordId,
    sealedPayee: z.string().min(1).max(10_000),
    payeeName: text,
    unitName: text,
    reason: text,
    migrantWorker: z.boolean(),
    modelWorker: z.boolean(),
    approvedBy: staffMember,
    approvedAt: instant,
    purpose: text,
    worksheetRow: count.nullable(),
  }),
  example: {
    applicationId: exampleApplicationId,
    grantId: exampleGrantId,
    campaignId: exampleCampaignId,
    householdId: exampleHouseholdId,
    caseFileId: exampleCaseFileId,
    caseFileVersion: 3,
    organization: exampleCounty,
    aidType: 'LIVING',
    mark: 'HEATING',
    amountFen: 30_000n,
    clauses: [{ pack: 'county-winter-300', code: '3.1', title: '低保职工家庭每户300元' }],
    decisionSheetId: exampleId(24),
    sealedPayee: 'v1.c2VhbGVkLWJ5LWNhc2UtcmVjb3Jkcw',
    payeeName: '王某',
    unitName: '蓉城机械厂工会',
    reason: '本人患大病，家庭人均收入低于低保线',
    migrantWorker: false,
    modelWorker: false,
    approvedBy: { id: exampleId(90), name: '李审批' },
    approvedAt: '2026-12-10T02:00:00.000Z',
    purpose: '过冬取暖补贴',
    worksheetRow: 12,
  },
});

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
  personName,
  policyClause,
  recordId,
  sensitive,
  staffMember,
  text,
  textAboutPerson,
  wordsElsewhere,
} from '../fields.ts';

/**
 * An application has been approved, and its grant waits for money. `sealedPayee` is AEAD ciphertext of the payee, bound
 * to the grant's id, of `JSON.stringify({ name, identityNumber, bankAccount, reason, clauses })`, with a null account
 * when aid is paid in cash (`sealForTransit` of packages/sealing). `reason` then only says where the reason can be
 * read, and `clauses` is empty. Only the service that pays can open it; everything else contains neither number.
 * `organization` is the household's own, even if an organisation above approved; `migrantWorker` and `modelWorker` tell
 * whether any of its members is one. `book` is the book that pays, if the campaign names one; otherwise it is the
 * nearest at or above `organization`. `handlers` are all who registered, changed, submitted, reviewed, put forward or
 * approved this household: none of them decides a later step of its payment.
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
    eligibilityDecisionId: recordId,
    sealedPayee: sensitive(z.string().min(1).max(10_000)),
    payeeName: personName,
    unitName: text,
    reason: textAboutPerson,
    migrantWorker: z.boolean(),
    modelWorker: z.boolean(),
    approvedBy: staffMember,
    approvedAt: instant,
    purpose: text,
    worksheetRow: count.nullable(),
    book: organization.nullable().optional(),
    handlers: z.array(recordId).optional(),
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
    clauses: [],
    eligibilityDecisionId: exampleId(24),
    sealedPayee: 't2.0a1b2c3d.AES256GCM.d3JhcHBlZC1rZXk.c2VhbGVkLWJ5LWNhc2UtcmVjb3Jkcw',
    payeeName: '王某',
    unitName: '蓉城机械厂工会',
    reason: wordsElsewhere,
    migrantWorker: false,
    modelWorker: false,
    approvedBy: { id: exampleId(90), name: '李审批' },
    approvedAt: '2026-12-10T02:00:00.000Z',
    purpose: '过冬取暖补贴',
    worksheetRow: 12,
  },
});

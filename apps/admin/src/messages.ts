import { accountActMessages } from './system/account-acts/messages.ts';
import { authMessages } from './base/auth/messages.ts';
import { displayMessages } from './base/display/messages.ts';
import { glossaryMessages } from './base/i18n/glossary-messages.ts';
import { jobMessages } from './desk/jobs/messages.ts';
import { obligationMessages } from './desk/obligations/messages.ts';
import { landingMessages } from './desk/landing/messages.ts';
import { householdMessages } from './register/households/messages.ts';
import { householdRecordMessages } from './register/households/record-messages.ts';
import { payeeMessages } from './register/payees/messages.ts';
import { samePersonMessages } from './register/same-person/messages.ts';
import { layoutMessages } from './desk/layout/messages.ts';
import { listMessages } from './base/list/messages.ts';
import { nextStepMessages } from './base/next-step/messages.ts';
import { queueMessages } from './base/queue/messages.ts';
import { recordMessages } from './base/record/messages.ts';
import { caseFileMessages } from './register/case-files/messages.ts';
import { postingMessages } from './register/postings/messages.ts';
import { dibaoLineMessages } from './register/dibao-lines/messages.ts';
import { policyMessages } from './aid/policies/messages.ts';
import { applicationMessages } from './aid/applications/messages.ts';
import { eligibilityDecisionMessages } from './aid/eligibility-decisions/messages.ts';
import { allocationMessages } from './money/allocations/messages.ts';
import { batchMessages } from './money/batches/messages.ts';
import { formMessages } from './base/form/messages.ts';
import { fundMessages } from './money/funds/messages.ts';
import { ledgerMessages } from './money/ledger/messages.ts';
import { pendingEntryMessages } from './money/pending-entries/messages.ts';
import { printMessages } from './base/print/messages.ts';
import { voucherMessages } from './money/vouchers/messages.ts';
import { glossaryMoneyMessages } from './base/i18n/glossary-money-messages.ts';
import { campaignMessages } from './aid/campaigns/messages.ts';
import { rosterImportMessages } from './register/roster-imports/messages.ts';
import { evidenceUploadMessages } from './register/evidence-upload/messages.ts';
import { visitMessages } from './register/visits/messages.ts';
import { reportFormMessages } from './figures/report-forms/messages.ts';
import { statutoryTableMessages } from './figures/statutory-tables/messages.ts';
import { auditChangeMessages } from './system/audit/change-messages.ts';
import { auditMessages } from './system/audit/messages.ts';
import { auditPageMessages } from './system/audit/page-messages.ts';
import { eventMessages } from './system/events/messages.ts';
import { jobSeekerMessages } from './work/job-seekers/messages.ts';
import { legalCaseMessages } from './work/legal-cases/messages.ts';
import { departmentMessages } from './system/organizations/department-messages.ts';
import { organizationMessages } from './system/organizations/messages.ts';
import { ownAccountMessages } from './system/own-account/messages.ts';
import { vacancyMessages } from './work/vacancies/messages.ts';
import { wageClaimMessages } from './work/wage-claims/messages.ts';
import { glossaryWorkMessages } from './base/i18n/glossary-work-messages.ts';

const parts = [
  evidenceUploadMessages,
  visitMessages,
  rosterImportMessages,
  campaignMessages,
  samePersonMessages,
  eligibilityDecisionMessages,
  applicationMessages,
  postingMessages,
  caseFileMessages,
  dibaoLineMessages,
  policyMessages,
  accountActMessages,
  authMessages,
  householdMessages,
  householdRecordMessages,
  payeeMessages,
  glossaryMessages,
  displayMessages,
  jobMessages,
  landingMessages,
  obligationMessages,
  layoutMessages,
  listMessages,
  nextStepMessages,
  queueMessages,
  recordMessages,
  formMessages,
  fundMessages,
  allocationMessages,
  batchMessages,
  voucherMessages,
  ledgerMessages,
  pendingEntryMessages,
  printMessages,
  glossaryMoneyMessages,
  statutoryTableMessages,
  reportFormMessages,
  glossaryWorkMessages,
  jobSeekerMessages,
  vacancyMessages,
  legalCaseMessages,
  wageClaimMessages,
  organizationMessages,
  departmentMessages,
  ownAccountMessages,
  eventMessages,
  auditMessages,
  auditPageMessages,
  auditChangeMessages,
] as const;

type Part = (typeof parts)[number];
type Both<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** Every word of the console, gathered from its folders. */
export const messages = {
  zh: Object.assign({}, ...parts.map((part) => part.zh)) as Both<Part['zh']>,
  en: Object.assign({}, ...parts.map((part) => part.en)) as Both<Part['en']>,
};

declare module './base/i18n/message-key.ts' {
  interface ConsoleWords {
    readonly all: (typeof messages)['zh'];
  }
}

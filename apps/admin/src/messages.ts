import { accountActMessages } from './account-acts/messages.ts';
import { authMessages } from './auth/messages.ts';
import { displayMessages } from './display/messages.ts';
import { glossaryMessages } from './i18n/glossary-messages.ts';
import { jobMessages } from './jobs/messages.ts';
import { landingMessages } from './landing/messages.ts';
import { householdMessages } from './households/messages.ts';
import { householdRecordMessages } from './households/record-messages.ts';
import { payeeMessages } from './payees/messages.ts';
import { samePersonMessages } from './same-person/messages.ts';
import { layoutMessages } from './layout/messages.ts';
import { queueMessages } from './queue/messages.ts';
import { recordMessages } from './record/messages.ts';
import { caseFileMessages } from './case-files/messages.ts';
import { postingMessages } from './postings/messages.ts';
import { dibaoLineMessages } from './dibao-lines/messages.ts';
import { policyMessages } from './policies/messages.ts';
import { applicationMessages } from './applications/messages.ts';
import { decisionSheetMessages } from './decision-sheets/messages.ts';
import { allocationMessages } from './allocations/messages.ts';
import { batchMessages } from './batches/messages.ts';
import { formMessages } from './form/messages.ts';
import { fundMessages } from './funds/messages.ts';
import { ledgerMessages } from './ledger/messages.ts';
import { pendingEntryMessages } from './pending-entries/messages.ts';
import { printMessages } from './print/messages.ts';
import { voucherMessages } from './vouchers/messages.ts';
import { glossaryMoneyMessages } from './i18n/glossary-money-messages.ts';
import { campaignMessages } from './campaigns/messages.ts';
import { rosterImportMessages } from './roster-imports/messages.ts';
import { visitMessages } from './visits/messages.ts';
import { reportFormMessages } from './report-forms/messages.ts';
import { statutoryTableMessages } from './statutory-tables/messages.ts';
import { auditMessages } from './audit/messages.ts';
import { auditPageMessages } from './audit/page-messages.ts';
import { eventMessages } from './events/messages.ts';
import { jobSeekerMessages } from './job-seekers/messages.ts';
import { legalCaseMessages } from './legal-cases/messages.ts';
import { organizationMessages } from './organizations/messages.ts';
import { ownAccountMessages } from './own-account/messages.ts';
import { vacancyMessages } from './vacancies/messages.ts';
import { wageClaimMessages } from './wage-claims/messages.ts';
import { glossaryWorkMessages } from './i18n/glossary-work-messages.ts';

const parts = [
  visitMessages,
  rosterImportMessages,
  campaignMessages,
  samePersonMessages,
  decisionSheetMessages,
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
  layoutMessages,
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
  ownAccountMessages,
  eventMessages,
  auditMessages,
  auditPageMessages,
] as const;

type Part = (typeof parts)[number];
type Both<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** Every word of the console, gathered from the folders that say them. */
export const messages = {
  zh: Object.assign({}, ...parts.map((part) => part.zh)) as Both<Part['zh']>,
  en: Object.assign({}, ...parts.map((part) => part.en)) as Both<Part['en']>,
};

declare module './i18n/message-key.ts' {
  interface ConsoleWords {
    readonly all: (typeof messages)['zh'];
  }
}

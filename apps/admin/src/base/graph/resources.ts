import { applicationListQuery } from './generated/applications.ts';
import { campaignListQuery, campaignRecordQuery } from './generated/campaigns.ts';
import { proposalListQuery } from './generated/case-files.ts';
import { reclassListQuery } from './generated/dibao-lines.ts';
import { householdListQuery, householdRecordQuery } from './generated/households.ts';
import { postingListQuery, postingRecordQuery } from './generated/postings.ts';
import { rosterImportListQuery, rosterImportRecordQuery } from './generated/roster-imports.ts';
import { allocationListQuery, allocationRecordQuery } from './generated/allocations.ts';
import {
  batchListQuery,
  batchRecordQuery,
  grantListQuery,
  grantRecordQuery,
  paymentRecordQuery,
} from './generated/batches.ts';
import { caseFileOfHouseholdQuery } from './generated/case-files.ts';
import { fundListQuery, fundRecordQuery, receiptRecordQuery } from './generated/funds.ts';
import { journalEntryListQuery } from './generated/ledger.ts';
import { voucherRecordQuery } from './generated/vouchers.ts';
import {
  jobSeekerListQuery,
  jobSeekerRecordQuery,
  placementRecordQuery,
  referralListQuery,
  referralRecordQuery,
  trainingAttendanceRecordQuery,
} from './generated/job-seekers.ts';
import { legalCaseListQuery, legalCaseRecordQuery } from './generated/legal-cases.ts';
import { organizationListQuery, organizationRecordQuery } from './generated/organizations.ts';
import { staffListQuery, staffRecordQuery } from './generated/staff.ts';
import { vacancyListQuery, vacancyRecordQuery } from './generated/vacancies.ts';
import { visitRecordQuery } from './generated/visits.ts';
import { wageClaimListQuery, wageClaimRecordQuery } from './generated/wage-claims.ts';
import { pagesOf, recordOf, type Identified, type Page, type ResourceAdapter } from './resource.ts';

/** Every resource that react-admin's lists and records read, by name. */
export const resources = {
  applications: { list: pagesOf(applicationListQuery, (data) => data.applications) },
  campaigns: {
    list: pagesOf(campaignListQuery, (data) => data.campaigns),
    one: recordOf(campaignRecordQuery, (data) => data.campaign),
  },
  households: {
    list: pagesOf(householdListQuery, (data) => data.households),
    one: recordOf(householdRecordQuery, (data) => data.household),
  },
  'case-files': { one: recordOf(caseFileOfHouseholdQuery, (data) => data.caseFile) },
  visits: { one: recordOf(visitRecordQuery, (data) => data.visit) },
  postings: {
    list: pagesOf(postingListQuery, (data) => data.postings),
    one: recordOf(postingRecordQuery, (data) => data.posting),
  },
  proposals: { list: pagesOf(proposalListQuery, (data) => data.fileProposals) },
  reclasses: { list: pagesOf(reclassListQuery, (data) => data.hardshipReclasses) },
  'roster-imports': {
    list: pagesOf(rosterImportListQuery, (data) => data.rosterImports),
    one: recordOf(rosterImportRecordQuery, (data) => data.rosterImport),
  },
  funds: {
    list: pagesOf(fundListQuery, (data) => data.funds),
    one: recordOf(fundRecordQuery, (data) => data.fund),
  },
  receipts: { one: recordOf(receiptRecordQuery, (data) => data.receipt) },
  allocations: {
    list: pagesOf(allocationListQuery, (data) => data.allocations),
    one: recordOf(allocationRecordQuery, (data) => data.allocation),
  },
  grants: {
    list: pagesOf(grantListQuery, (data) => data.grants),
    one: recordOf(grantRecordQuery, (data) => data.grant),
  },
  batches: {
    list: pagesOf(batchListQuery, (data) => data.batches),
    one: recordOf(batchRecordQuery, (data) => data.batch),
  },
  payments: { one: recordOf(paymentRecordQuery, (data) => data.payment) },
  vouchers: { one: recordOf(voucherRecordQuery, (data) => data.voucher) },
  'journal-entries': { list: pagesOf(journalEntryListQuery, (data) => data.journalEntries) },
  'job-seekers': {
    list: pagesOf(jobSeekerListQuery, (data) => data.jobSeekers),
    one: recordOf(jobSeekerRecordQuery, (data) => data.jobSeeker),
  },
  referrals: {
    list: pagesOf(referralListQuery, (data) => data.referrals),
    one: recordOf(referralRecordQuery, (data) => data.referral),
  },
  placements: { one: recordOf(placementRecordQuery, (data) => data.placement) },
  'training-attendances': { one: recordOf(trainingAttendanceRecordQuery, (data) => data.trainingAttendance) },
  vacancies: {
    list: pagesOf(vacancyListQuery, (data) => data.vacancies),
    one: recordOf(vacancyRecordQuery, (data) => data.vacancy),
  },
  'legal-cases': {
    list: pagesOf(legalCaseListQuery, (data) => data.legalCases),
    one: recordOf(legalCaseRecordQuery, (data) => data.legalCase),
  },
  'wage-claims': {
    list: pagesOf(wageClaimListQuery, (data) => data.wageClaims),
    one: recordOf(wageClaimRecordQuery, (data) => data.wageClaim),
  },
  organizations: {
    list: pagesOf(organizationListQuery, (data) => data.organizations),
    one: recordOf(organizationRecordQuery, (data) => data.organization),
  },
  staff: {
    list: pagesOf(staffListQuery, (data) => data.allStaff),
    one: recordOf(staffRecordQuery, (data) => data.staff),
  },
} satisfies Readonly<Record<string, ResourceAdapter<Identified, Identified>>>;

export type ResourceName = keyof typeof resources;

/** A row of one resource's list. */
export type ItemOf<Name extends ResourceName> = (typeof resources)[Name] extends {
  readonly list: (...asked: never[]) => Promise<Page<infer Item>>;
}
  ? Item
  : never;

/** One record of a resource as its own page reads it. */
export type DetailOf<Name extends ResourceName> = (typeof resources)[Name] extends {
  readonly one: (...asked: never[]) => Promise<infer Detail>;
}
  ? Detail
  : never;

import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page and the address that it answers at; its code is loaded when it is first opened. */
export interface PageRoute {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** Pages inside the frame. */
export const pageRoutes: readonly PageRoute[] = [
  { path: '/', page: lazy(() => import('./landing/Landing.tsx')) },
  { path: '/roster-imports', page: lazy(() => import('./roster-imports/RosterImportList.tsx')) },
  { path: '/roster-imports/:id', page: lazy(() => import('./roster-imports/RosterImportRecord.tsx')) },
  { path: '/households', page: lazy(() => import('./households/HouseholdList.tsx')) },
  { path: '/households/register', page: lazy(() => import('./households/RegisterHousehold.tsx')) },
  { path: '/households/:id/change', page: lazy(() => import('./households/ChangeHousehold.tsx')) },
  { path: '/households/:id', page: lazy(() => import('./households/HouseholdRecord.tsx')) },
  { path: '/case-file-review', page: lazy(() => import('./case-files/CaseFileReview.tsx')) },
  { path: '/proposals', page: lazy(() => import('./case-files/ProposalList.tsx')) },
  { path: '/case-files/:id', page: lazy(() => import('./case-files/CaseFileOfHousehold.tsx')) },
  { path: '/postings', page: lazy(() => import('./postings/PostingList.tsx')) },
  { path: '/postings/:id', page: lazy(() => import('./postings/PostingRecord.tsx')) },
  { path: '/dibao-lines', page: lazy(() => import('./dibao-lines/DibaoLineList.tsx')) },
  { path: '/dibao-lines/:id/changes', page: lazy(() => import('./dibao-lines/ReclassList.tsx')) },
  { path: '/campaigns', page: lazy(() => import('./campaigns/CampaignList.tsx')) },
  { path: '/campaigns/open', page: lazy(() => import('./campaigns/OpenCampaign.tsx')) },
  { path: '/campaigns/:id', page: lazy(() => import('./campaigns/CampaignRecord.tsx')) },
  { path: '/policies', page: lazy(() => import('./policies/PolicyList.tsx')) },
  { path: '/applications', page: lazy(() => import('./applications/ApplicationQueue.tsx')) },
  { path: '/applications/:id', page: lazy(() => import('./applications/ApplicationRecord.tsx')) },
  { path: '/decision-sheets/:id', page: lazy(() => import('./decision-sheets/DecisionSheetPage.tsx')) },
  { path: '/jobs', page: lazy(() => import('./jobs/JobList.tsx')) },
  { path: '/jobs/:service/:id', page: lazy(() => import('./jobs/JobRecord.tsx')) },
  { path: '/visits', page: lazy(() => import('./visits/VisitHouseholds.tsx')) },
  { path: '/visits/:id', page: lazy(() => import('./visits/VisitRecord.tsx')) },
  { path: '/own-account', page: lazy(() => import('./own-account/OwnAccount.tsx')) },
  { path: '/mine', page: lazy(() => import('./mine/Mine.tsx')) },
  { path: '/funds', page: lazy(() => import('./funds/FundList.tsx')) },
  { path: '/funds/:id', page: lazy(() => import('./funds/FundRecord.tsx')) },
  { path: '/receipts/:id', page: lazy(() => import('./funds/ReceiptRecord.tsx')) },
  { path: '/allocations', page: lazy(() => import('./allocations/AllocationList.tsx')) },
  { path: '/allocations/:id', page: lazy(() => import('./allocations/AllocationRecord.tsx')) },
  { path: '/grants', page: lazy(() => import('./batches/GrantList.tsx')) },
  { path: '/grants/:id', page: lazy(() => import('./batches/GrantRecord.tsx')) },
  { path: '/batches', page: lazy(() => import('./batches/BatchList.tsx')) },
  { path: '/batches/:id', page: lazy(() => import('./batches/BatchRecord.tsx')) },
  { path: '/payments/:id', page: lazy(() => import('./batches/PaymentRecord.tsx')) },
  { path: '/vouchers/:id', page: lazy(() => import('./vouchers/VoucherPage.tsx')) },
  { path: '/accounts', page: lazy(() => import('./ledger/AccountList.tsx')) },
  { path: '/journal-entries', page: lazy(() => import('./ledger/JournalEntryList.tsx')) },
  { path: '/reports/warmth-table', page: lazy(() => import('./statutory-tables/StatutoryTablePage.tsx')) },
  { path: '/job-seekers', page: lazy(() => import('./job-seekers/JobSeekerList.tsx')) },
  { path: '/job-seekers/:id', page: lazy(() => import('./job-seekers/JobSeekerRecord.tsx')) },
  { path: '/referrals', page: lazy(() => import('./job-seekers/ReferralList.tsx')) },
  { path: '/referrals/:id', page: lazy(() => import('./job-seekers/ReferralRecord.tsx')) },
  { path: '/placements/:id', page: lazy(() => import('./job-seekers/PlacementRecord.tsx')) },
  { path: '/training-attendances/:id', page: lazy(() => import('./job-seekers/TrainingAttendanceRecord.tsx')) },
  { path: '/vacancies', page: lazy(() => import('./vacancies/VacancyList.tsx')) },
  { path: '/vacancies/:id', page: lazy(() => import('./vacancies/VacancyRecord.tsx')) },
  { path: '/legal-cases', page: lazy(() => import('./legal-cases/LegalCaseList.tsx')) },
  { path: '/legal-cases/:id', page: lazy(() => import('./legal-cases/LegalCaseRecord.tsx')) },
  { path: '/wage-claims', page: lazy(() => import('./wage-claims/WageClaimList.tsx')) },
  { path: '/wage-claims/:id', page: lazy(() => import('./wage-claims/WageClaimRecord.tsx')) },
  { path: '/organizations', page: lazy(() => import('./organizations/OrganizationList.tsx')) },
  { path: '/organizations/:id', page: lazy(() => import('./organizations/OrganizationRecord.tsx')) },
  { path: '/staff', page: lazy(() => import('./staff/StaffList.tsx')) },
  { path: '/staff/:id', page: lazy(() => import('./staff/StaffRecord.tsx')) },
  { path: '/account-acts', page: lazy(() => import('./account-acts/AccountActPage.tsx')) },
  { path: '/events', page: lazy(() => import('./events/EventPage.tsx')) },
  { path: '/events/:service/:id', page: lazy(() => import('./events/DeadLetterRecord.tsx')) },
  { path: '/audit-entries', page: lazy(() => import('./audit/AuditEntryPage.tsx')) },
];

/** Pages without the frame: what is printed. */
export const printRoutes: readonly PageRoute[] = [
  { path: '/print/decision-sheet/:id', page: lazy(() => import('./decision-sheets/PrintDecisionSheet.tsx')) },
  { path: '/print/table', page: lazy(() => import('./statutory-tables/PrintTable.tsx')) },
  { path: '/print/voucher/:id', page: lazy(() => import('./vouchers/PrintVoucher.tsx')) },
];

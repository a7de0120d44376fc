import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page and its address; its code is loaded when it is first opened. */
export interface PageRoute {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** Pages inside the frame. */
export const pageRoutes: readonly PageRoute[] = [
  { path: '/', page: lazy(() => import('./desk/landing/Landing.tsx')) },
  { path: '/roster-imports', page: lazy(() => import('./register/roster-imports/RosterImportList.tsx')) },
  { path: '/roster-imports/:id', page: lazy(() => import('./register/roster-imports/RosterImportRecord.tsx')) },
  { path: '/households', page: lazy(() => import('./register/households/HouseholdList.tsx')) },
  { path: '/households/register', page: lazy(() => import('./register/households/RegisterHousehold.tsx')) },
  { path: '/households/:id/change', page: lazy(() => import('./register/households/ChangeHousehold.tsx')) },
  { path: '/households/:id', page: lazy(() => import('./register/households/HouseholdRecord.tsx')) },
  { path: '/case-file-review', page: lazy(() => import('./register/case-files/CaseFileReview.tsx')) },
  { path: '/proposals', page: lazy(() => import('./register/case-files/ProposalList.tsx')) },
  { path: '/case-files/:id', page: lazy(() => import('./register/case-files/CaseFileOfHousehold.tsx')) },
  { path: '/postings', page: lazy(() => import('./register/postings/PostingList.tsx')) },
  { path: '/postings/:id', page: lazy(() => import('./register/postings/PostingRecord.tsx')) },
  { path: '/dibao-lines', page: lazy(() => import('./register/dibao-lines/DibaoLineList.tsx')) },
  { path: '/dibao-lines/:id/changes', page: lazy(() => import('./register/dibao-lines/ReclassList.tsx')) },
  { path: '/campaigns', page: lazy(() => import('./aid/campaigns/CampaignList.tsx')) },
  { path: '/campaigns/open', page: lazy(() => import('./aid/campaigns/OpenCampaign.tsx')) },
  { path: '/campaigns/:id', page: lazy(() => import('./aid/campaigns/CampaignRecord.tsx')) },
  { path: '/policies', page: lazy(() => import('./aid/policies/PolicyList.tsx')) },
  { path: '/applications', page: lazy(() => import('./aid/applications/ApplicationQueue.tsx')) },
  { path: '/applications/:id', page: lazy(() => import('./aid/applications/ApplicationRecord.tsx')) },
  {
    path: '/eligibility-decisions/:id',
    page: lazy(() => import('./aid/eligibility-decisions/EligibilityDecisionPage.tsx')),
  },
  { path: '/obligations', page: lazy(() => import('./desk/obligations/ObligationList.tsx')) },
  { path: '/jobs', page: lazy(() => import('./desk/jobs/JobList.tsx')) },
  { path: '/jobs/:service/:id', page: lazy(() => import('./desk/jobs/JobRecord.tsx')) },
  { path: '/visits', page: lazy(() => import('./register/visits/VisitHouseholds.tsx')) },
  { path: '/visits/:id', page: lazy(() => import('./register/visits/VisitRecord.tsx')) },
  { path: '/own-account', page: lazy(() => import('./system/own-account/OwnAccount.tsx')) },
  { path: '/mine', page: lazy(() => import('./desk/mine/Mine.tsx')) },
  { path: '/funds', page: lazy(() => import('./money/funds/FundList.tsx')) },
  { path: '/funds/:id', page: lazy(() => import('./money/funds/FundRecord.tsx')) },
  { path: '/receipts/:id', page: lazy(() => import('./money/funds/ReceiptRecord.tsx')) },
  { path: '/allocations', page: lazy(() => import('./money/allocations/AllocationList.tsx')) },
  { path: '/allocations/:id', page: lazy(() => import('./money/allocations/AllocationRecord.tsx')) },
  { path: '/grants', page: lazy(() => import('./money/batches/GrantList.tsx')) },
  { path: '/grants/:id', page: lazy(() => import('./money/batches/GrantRecord.tsx')) },
  { path: '/batches', page: lazy(() => import('./money/batches/BatchList.tsx')) },
  { path: '/batches/:id', page: lazy(() => import('./money/batches/BatchRecord.tsx')) },
  { path: '/payments/:id', page: lazy(() => import('./money/batches/PaymentRecord.tsx')) },
  { path: '/vouchers/:id', page: lazy(() => import('./money/vouchers/VoucherPage.tsx')) },
  { path: '/accounts', page: lazy(() => import('./money/ledger/AccountList.tsx')) },
  { path: '/journal-entries', page: lazy(() => import('./money/ledger/JournalEntryList.tsx')) },
  { path: '/reports/warmth-table', page: lazy(() => import('./figures/statutory-tables/StatutoryTablePage.tsx')) },
  { path: '/report-forms', page: lazy(() => import('./figures/report-forms/ReportFormList.tsx')) },
  { path: '/job-seekers', page: lazy(() => import('./work/job-seekers/JobSeekerList.tsx')) },
  { path: '/job-seekers/:id', page: lazy(() => import('./work/job-seekers/JobSeekerRecord.tsx')) },
  { path: '/referrals', page: lazy(() => import('./work/job-seekers/ReferralList.tsx')) },
  { path: '/referrals/:id', page: lazy(() => import('./work/job-seekers/ReferralRecord.tsx')) },
  { path: '/placements/:id', page: lazy(() => import('./work/job-seekers/PlacementRecord.tsx')) },
  { path: '/training-attendances/:id', page: lazy(() => import('./work/job-seekers/TrainingAttendanceRecord.tsx')) },
  { path: '/vacancies', page: lazy(() => import('./work/vacancies/VacancyList.tsx')) },
  { path: '/vacancies/:id', page: lazy(() => import('./work/vacancies/VacancyRecord.tsx')) },
  { path: '/legal-cases', page: lazy(() => import('./work/legal-cases/LegalCaseList.tsx')) },
  { path: '/legal-cases/:id', page: lazy(() => import('./work/legal-cases/LegalCaseRecord.tsx')) },
  { path: '/wage-claims', page: lazy(() => import('./work/wage-claims/WageClaimList.tsx')) },
  { path: '/wage-claims/:id', page: lazy(() => import('./work/wage-claims/WageClaimRecord.tsx')) },
  { path: '/organizations', page: lazy(() => import('./system/organizations/OrganizationList.tsx')) },
  { path: '/organizations/:id', page: lazy(() => import('./system/organizations/OrganizationRecord.tsx')) },
  { path: '/staff', page: lazy(() => import('./system/staff/StaffList.tsx')) },
  { path: '/staff/:id', page: lazy(() => import('./system/staff/StaffRecord.tsx')) },
  { path: '/account-acts', page: lazy(() => import('./system/account-acts/AccountActPage.tsx')) },
  { path: '/events', page: lazy(() => import('./system/events/EventPage.tsx')) },
  { path: '/events/:service/:id', page: lazy(() => import('./system/events/DeadLetterRecord.tsx')) },
  { path: '/audit-entries', page: lazy(() => import('./system/audit/AuditEntryPage.tsx')) },
];

/** Pages without the frame, for printing. */
export const printRoutes: readonly PageRoute[] = [
  { path: '/print/decision-sheet/:id', page: lazy(() => import('./aid/eligibility-decisions/PrintDecisionSheet.tsx')) },
  { path: '/print/table', page: lazy(() => import('./figures/statutory-tables/PrintTable.tsx')) },
  { path: '/print/voucher/:id', page: lazy(() => import('./money/vouchers/PrintVoucher.tsx')) },
];

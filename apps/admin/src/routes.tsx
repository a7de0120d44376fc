import type { ComponentType } from 'react';
import ApplicationList from './aid/applications/ApplicationList.tsx';
import ApplicationQueue from './aid/applications/ApplicationQueue.tsx';
import ApplicationRecord from './aid/applications/ApplicationRecord.tsx';
import CampaignList from './aid/campaigns/CampaignList.tsx';
import CampaignRecord from './aid/campaigns/CampaignRecord.tsx';
import OpenCampaign from './aid/campaigns/OpenCampaign.tsx';
import EligibilityDecisionPage from './aid/eligibility-decisions/EligibilityDecisionPage.tsx';
import PrintDecisionSheet from './aid/eligibility-decisions/PrintDecisionSheet.tsx';
import PolicyList from './aid/policies/PolicyList.tsx';
import JobList from './desk/jobs/JobList.tsx';
import JobRecord from './desk/jobs/JobRecord.tsx';
import Landing from './desk/landing/Landing.tsx';
import Mine from './desk/mine/Mine.tsx';
import ObligationList from './desk/obligations/ObligationList.tsx';
import ReportFormList from './figures/report-forms/ReportFormList.tsx';
import PrintTable from './figures/statutory-tables/PrintTable.tsx';
import StatutoryTablePage from './figures/statutory-tables/StatutoryTablePage.tsx';
import AllocationList from './money/allocations/AllocationList.tsx';
import AllocationRecord from './money/allocations/AllocationRecord.tsx';
import BatchList from './money/batches/BatchList.tsx';
import BatchRecord from './money/batches/BatchRecord.tsx';
import GrantList from './money/batches/GrantList.tsx';
import GrantRecord from './money/batches/GrantRecord.tsx';
import PaymentRecord from './money/batches/PaymentRecord.tsx';
import FundList from './money/funds/FundList.tsx';
import FundRecord from './money/funds/FundRecord.tsx';
import ReceiptRecord from './money/funds/ReceiptRecord.tsx';
import AccountList from './money/ledger/AccountList.tsx';
import JournalEntryList from './money/ledger/JournalEntryList.tsx';
import PrintVoucher from './money/vouchers/PrintVoucher.tsx';
import VoucherPage from './money/vouchers/VoucherPage.tsx';
import CaseFileOfHousehold from './register/case-files/CaseFileOfHousehold.tsx';
import CaseFileReview from './register/case-files/CaseFileReview.tsx';
import ProposalList from './register/case-files/ProposalList.tsx';
import DibaoLineList from './register/dibao-lines/DibaoLineList.tsx';
import ReclassList from './register/dibao-lines/ReclassList.tsx';
import ChangeHousehold from './register/households/ChangeHousehold.tsx';
import HouseholdList from './register/households/HouseholdList.tsx';
import HouseholdRecord from './register/households/HouseholdRecord.tsx';
import RegisterHousehold from './register/households/RegisterHousehold.tsx';
import PostingList from './register/postings/PostingList.tsx';
import PostingRecord from './register/postings/PostingRecord.tsx';
import RosterImportList from './register/roster-imports/RosterImportList.tsx';
import RosterImportRecord from './register/roster-imports/RosterImportRecord.tsx';
import RecordVisit from './register/visits/RecordVisit.tsx';
import EvidenceUpload from './register/evidence-upload/EvidenceUpload.tsx';
import VisitHouseholds from './register/visits/VisitHouseholds.tsx';
import VisitRecord from './register/visits/VisitRecord.tsx';
import AccountActPage from './system/account-acts/AccountActPage.tsx';
import AuditEntryPage from './system/audit/AuditEntryPage.tsx';
import DeadLetterRecord from './system/events/DeadLetterRecord.tsx';
import EventPage from './system/events/EventPage.tsx';
import OrganizationList from './system/organizations/OrganizationList.tsx';
import OrganizationRecord from './system/organizations/OrganizationRecord.tsx';
import OwnAccount from './system/own-account/OwnAccount.tsx';
import StaffList from './system/staff/StaffList.tsx';
import StaffRecord from './system/staff/StaffRecord.tsx';
import JobSeekerList from './work/job-seekers/JobSeekerList.tsx';
import JobSeekerRecord from './work/job-seekers/JobSeekerRecord.tsx';
import PlacementRecord from './work/job-seekers/PlacementRecord.tsx';
import ReferralList from './work/job-seekers/ReferralList.tsx';
import ReferralRecord from './work/job-seekers/ReferralRecord.tsx';
import TrainingAttendanceRecord from './work/job-seekers/TrainingAttendanceRecord.tsx';
import LegalCaseList from './work/legal-cases/LegalCaseList.tsx';
import LegalCaseRecord from './work/legal-cases/LegalCaseRecord.tsx';
import VacancyList from './work/vacancies/VacancyList.tsx';
import VacancyRecord from './work/vacancies/VacancyRecord.tsx';
import WageClaimList from './work/wage-claims/WageClaimList.tsx';
import WageClaimRecord from './work/wage-claims/WageClaimRecord.tsx';

/** A page and its address. Every page is loaded with the console: its code is smaller than a trip to the server is long. */
export interface PageRoute {
  readonly path: string;
  readonly page: ComponentType;
}

/** Pages inside the frame. */
export const pageRoutes: readonly PageRoute[] = [
  { path: '/', page: Landing },
  { path: '/roster-imports', page: RosterImportList },
  { path: '/roster-imports/:id', page: RosterImportRecord },
  { path: '/households', page: HouseholdList },
  { path: '/households/register', page: RegisterHousehold },
  { path: '/households/:id/change', page: ChangeHousehold },
  { path: '/households/:id/visit', page: RecordVisit },
  { path: '/households/:id', page: HouseholdRecord },
  { path: '/case-file-review', page: CaseFileReview },
  { path: '/proposals', page: ProposalList },
  { path: '/case-files/:id', page: CaseFileOfHousehold },
  { path: '/postings', page: PostingList },
  { path: '/postings/:id', page: PostingRecord },
  { path: '/dibao-lines', page: DibaoLineList },
  { path: '/dibao-lines/:id/changes', page: ReclassList },
  { path: '/campaigns', page: CampaignList },
  { path: '/campaigns/open', page: OpenCampaign },
  { path: '/campaigns/:id', page: CampaignRecord },
  { path: '/policies', page: PolicyList },
  { path: '/applications', page: ApplicationQueue },
  { path: '/applications/all', page: ApplicationList },
  { path: '/applications/:id', page: ApplicationRecord },
  {
    path: '/eligibility-decisions/:id',
    page: EligibilityDecisionPage,
  },
  { path: '/obligations', page: ObligationList },
  { path: '/jobs', page: JobList },
  { path: '/jobs/:service/:id', page: JobRecord },
  { path: '/evidence-upload', page: EvidenceUpload },
  { path: '/visits', page: VisitHouseholds },
  { path: '/visits/:id', page: VisitRecord },
  { path: '/own-account', page: OwnAccount },
  { path: '/mine', page: Mine },
  { path: '/funds', page: FundList },
  { path: '/funds/:id', page: FundRecord },
  { path: '/receipts/:id', page: ReceiptRecord },
  { path: '/allocations', page: AllocationList },
  { path: '/allocations/:id', page: AllocationRecord },
  { path: '/grants', page: GrantList },
  { path: '/grants/:id', page: GrantRecord },
  { path: '/batches', page: BatchList },
  { path: '/batches/:id', page: BatchRecord },
  { path: '/payments/:id', page: PaymentRecord },
  { path: '/vouchers/:id', page: VoucherPage },
  { path: '/accounts', page: AccountList },
  { path: '/journal-entries', page: JournalEntryList },
  { path: '/reports/warmth-table', page: StatutoryTablePage },
  { path: '/report-forms', page: ReportFormList },
  { path: '/job-seekers', page: JobSeekerList },
  { path: '/job-seekers/:id', page: JobSeekerRecord },
  { path: '/referrals', page: ReferralList },
  { path: '/referrals/:id', page: ReferralRecord },
  { path: '/placements/:id', page: PlacementRecord },
  { path: '/training-attendances/:id', page: TrainingAttendanceRecord },
  { path: '/vacancies', page: VacancyList },
  { path: '/vacancies/:id', page: VacancyRecord },
  { path: '/legal-cases', page: LegalCaseList },
  { path: '/legal-cases/:id', page: LegalCaseRecord },
  { path: '/wage-claims', page: WageClaimList },
  { path: '/wage-claims/:id', page: WageClaimRecord },
  { path: '/organizations', page: OrganizationList },
  { path: '/organizations/:id', page: OrganizationRecord },
  { path: '/staff', page: StaffList },
  { path: '/staff/:id', page: StaffRecord },
  { path: '/account-acts', page: AccountActPage },
  { path: '/events', page: EventPage },
  { path: '/events/:service/:id', page: DeadLetterRecord },
  { path: '/audit-entries', page: AuditEntryPage },
];

/** Pages without the frame, for printing. */
export const printRoutes: readonly PageRoute[] = [
  { path: '/print/decision-sheet/:id', page: PrintDecisionSheet },
  { path: '/print/table', page: PrintTable },
  { path: '/print/voucher/:id', page: PrintVoucher },
];

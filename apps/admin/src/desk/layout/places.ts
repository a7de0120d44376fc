import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import FormatListBulletedOutlined from '@mui/icons-material/FormatListBulletedOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import PinboardOutlined from '@mui/icons-material/PushPinOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import AccountBalanceWalletOutlined from '@mui/icons-material/AccountBalanceWalletOutlined';
import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import BalanceOutlined from '@mui/icons-material/BalanceOutlined';
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HorizontalRuleOutlined from '@mui/icons-material/HorizontalRuleOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import PostAddOutlined from '@mui/icons-material/PostAddOutlined';
import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import RequestQuoteOutlined from '@mui/icons-material/RequestQuoteOutlined';
import SwapVertOutlined from '@mui/icons-material/SwapVertOutlined';
import SyncProblemOutlined from '@mui/icons-material/SyncProblemOutlined';
import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import WorkOutlineOutlined from '@mui/icons-material/WorkOutlineOutlined';
import type { WorkCountsQuery } from '../../base/graph/generated/operation-types.ts';
import { listAt } from '../../base/list/list-address.ts';
import type { MessageKey } from '../../base/i18n/message-key.ts';

/** One entry of the menu: its address, who sees it, and how much waits there. */
export interface Place {
  readonly to: string;
  readonly word: MessageKey;
  readonly group: MessageKey;
  readonly icon: typeof HomeOutlined;
  /** It is shown to those with any of these permissions. */
  readonly actions: readonly string[];
  /** Where it leads while something waits there, if that is a part of the page. */
  readonly waiting?: string;
  /** Also required: the permission to read what the page shows. */
  readonly needs?: string;
  readonly count?: (counts: WorkCountsQuery, may: (action: string) => boolean) => number | undefined;
  /** The count is shown only with this permission; if undefined, to everyone who sees the entry. */
  readonly countFor?: string;
}

/** How much waits at an entry for someone with these permissions; undefined if it is not theirs to do. */
export function waitingAt(place: Place, actions: readonly string[], counts: WorkCountsQuery): number | undefined {
  if (place.countFor !== undefined && !actions.includes(place.countFor)) return undefined;
  return place.count?.(counts, (action) => actions.includes(action));
}

/** The entries for someone with these permissions, in order. */
export const placesFor = (actions: readonly string[]): readonly Place[] =>
  places.filter(
    (place) =>
      place.actions.some((action) => actions.includes(action)) &&
      (place.needs === undefined || actions.includes(place.needs)),
  );

/** The menu, in the order of the work. */
export const places: readonly Place[] = [
  {
    to: '/roster-imports',
    word: 'roster.title',
    group: 'menu.groupCases',
    icon: UploadFileOutlined,
    actions: ['roster.import'],
  },
  {
    to: '/households',
    word: 'household.title',
    group: 'menu.groupCases',
    icon: HomeOutlined,
    actions: ['household.read'],
  },
  {
    to: '/case-file-review',
    word: 'review.title',
    group: 'menu.groupCases',
    icon: FactCheckOutlined,
    actions: ['case-file.review'],
    count: ({ caseWork }) => caseWork?.submitted,
  },
  {
    to: '/proposals',
    word: 'proposal.title',
    group: 'menu.groupCases',
    icon: HowToRegOutlined,
    actions: ['case-file.confirm'],
    count: ({ caseWork }) => caseWork?.proposals,
  },
  {
    to: '/postings',
    word: 'posting.title',
    group: 'menu.groupCases',
    icon: PinboardOutlined,
    actions: ['posting.publish', 'posting.record-objection', 'case-file.activate'],
    count: ({ caseWork }, may) =>
      caseWork &&
      caseWork.postingsEnded + caseWork.openObjections + (may('case-file.confirm') ? caseWork.postingsToConfirm : 0),
    countFor: 'case-file.activate',
  },
  {
    to: '/visits',
    word: 'visit.title',
    group: 'menu.groupCases',
    icon: DirectionsWalkOutlined,
    actions: ['visit.record'],
  },
  {
    to: '/dibao-lines',
    word: 'dibaoLines.title',
    group: 'menu.groupCases',
    icon: HorizontalRuleOutlined,
    actions: ['case-file.review', 'case-file.confirm'],
    count: ({ caseWork }) => caseWork?.dibaoLinesToConfirm,
    countFor: 'case-file.confirm',
  },
  {
    to: '/campaigns',
    word: 'campaign.title',
    group: 'menu.groupAid',
    icon: CampaignOutlined,
    actions: ['campaign.read'],
  },
  {
    to: '/policies',
    word: 'policies.title',
    group: 'menu.groupAid',
    icon: MenuBookOutlined,
    actions: ['household.read', 'campaign.open'],
    needs: 'policy.read',
  },
  {
    to: '/applications',
    word: 'approval.title',
    group: 'menu.groupAid',
    icon: AssignmentTurnedInOutlined,
    actions: ['application.approve'],
    count: ({ caseWork }) => caseWork?.applicationsToApprove,
  },
  {
    to: '/applications/all',
    word: 'applications.title',
    group: 'menu.groupAid',
    icon: FormatListBulletedOutlined,
    actions: ['application.put-forward', 'application.approve'],
    count: ({ caseWork }) => caseWork?.applicationsReturned,
    countFor: 'application.put-forward',
  },
  {
    to: '/funds',
    word: 'funds.title',
    group: 'menu.groupMoney',
    icon: AccountBalanceWalletOutlined,
    actions: ['fund.read'],
    count: ({ fundsWork }) => fundsWork?.entriesToCheck,
    countFor: 'entry.check',
  },
  {
    to: '/allocations',
    word: 'allocations.title',
    group: 'menu.groupMoney',
    icon: SwapVertOutlined,
    actions: ['allocation.receive', 'allocation.send', 'batch.approve'],
    count: ({ fundsWork }) => fundsWork?.allocationsInTransit,
    countFor: 'allocation.receive',
  },
  {
    to: '/grants',
    waiting: listAt('/grants', { status: 'COMMITTED' }),
    word: 'grants.title',
    group: 'menu.groupMoney',
    icon: PaymentsOutlined,
    actions: ['batch.prepare', 'batch.approve'],
    count: ({ fundsWork }) => fundsWork?.grantsCommitted,
    countFor: 'batch.prepare',
  },
  {
    to: '/batches',
    word: 'batches.title',
    group: 'menu.groupMoney',
    icon: Inventory2Outlined,
    actions: ['batch.prepare', 'batch.approve', 'audit.read'],
    needs: 'batch.read',
    count: ({ fundsWork }, may) =>
      fundsWork &&
      (may('batch.approve') ? fundsWork.batchesToApprove + fundsWork.batchesToAnswer : 0) +
        (may('batch.pay') ? fundsWork.batchesToPay : 0),
  },
  {
    to: '/accounts',
    word: 'ledger.accounts',
    group: 'menu.groupMoney',
    icon: BalanceOutlined,
    actions: ['batch.prepare', 'batch.approve', 'audit.read'],
  },
  {
    to: '/journal-entries',
    word: 'ledger.entries',
    group: 'menu.groupMoney',
    icon: ReceiptLongOutlined,
    actions: ['ledger.read'],
  },
  {
    to: '/job-seekers',
    word: 'jobSeekers.title',
    group: 'menu.groupWork',
    icon: PersonSearchOutlined,
    actions: ['employment.manage', 'employment.read'],
    count: ({ employmentLegalWork }) => employmentLegalWork?.jobSeekersOpen,
  },
  {
    to: '/vacancies',
    word: 'vacancies.title',
    group: 'menu.groupWork',
    icon: WorkOutlineOutlined,
    actions: ['vacancy.read'],
  },
  {
    to: '/referrals',
    waiting: listAt('/referrals', { status: 'REFERRED' }),
    word: 'referrals.title',
    group: 'menu.groupWork',
    icon: HandshakeOutlined,
    actions: ['employment.manage'],
    count: ({ employmentLegalWork }) => employmentLegalWork?.referralsOpen,
  },
  {
    to: '/legal-cases',
    waiting: listAt('/legal-cases', { status: 'OPEN' }),
    word: 'legalCases.title',
    group: 'menu.groupWork',
    icon: GavelOutlined,
    actions: ['legal-case.manage', 'legal-case.read'],
    count: ({ employmentLegalWork }) => employmentLegalWork?.legalCasesOpen,
  },
  {
    to: '/wage-claims',
    waiting: listAt('/wage-claims', { status: 'OPEN' }),
    word: 'wageClaims.title',
    group: 'menu.groupWork',
    icon: RequestQuoteOutlined,
    actions: ['legal-case.manage', 'legal-case.read'],
    count: ({ employmentLegalWork }) => employmentLegalWork?.wageClaimsOpen,
  },
  {
    to: '/reports/warmth-table',
    word: 'statutoryTable.title',
    group: 'menu.groupFigures',
    icon: TableChartOutlined,
    actions: ['report.read'],
    count: ({ reportingWork }) => reportingWork?.toSubmit,
    countFor: 'report.submit',
  },
  {
    to: '/report-forms',
    word: 'reportForms.title',
    group: 'menu.groupFigures',
    icon: PostAddOutlined,
    actions: ['form.draft', 'form.issue'],
    count: ({ reportingWork }) => reportingWork?.formsToIssue,
    countFor: 'form.issue',
  },
  {
    to: '/organizations',
    word: 'organizations.title',
    group: 'menu.groupSystem',
    icon: AccountTreeOutlined,
    actions: ['organization.manage'],
  },
  {
    to: '/staff',
    word: 'staff.title',
    group: 'menu.groupSystem',
    icon: BadgeOutlined,
    actions: ['staff.manage'],
  },
  {
    to: '/account-acts',
    word: 'accountAct.title',
    group: 'menu.groupSystem',
    icon: ManageAccountsOutlined,
    actions: ['account-act.read'],
    count: ({ accountWork }) => accountWork?.total,
    countFor: 'staff.manage',
  },
  {
    to: '/events',
    word: 'events.title',
    group: 'menu.groupSystem',
    icon: SyncProblemOutlined,
    actions: ['dead-letter.read'],
  },
  {
    to: '/audit-entries',
    word: 'audit.title',
    group: 'menu.groupSystem',
    icon: HistoryOutlined,
    actions: ['audit.read'],
  },
];

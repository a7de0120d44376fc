import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import PinboardOutlined from '@mui/icons-material/PushPinOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import type { WorkCountsQuery } from '../graph/generated/operation-types.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** One place in the menu: where it leads, who sees it, and how much waits there. */
export interface Place {
  readonly to: string;
  readonly word: MessageKey;
  readonly group: MessageKey;
  readonly icon: typeof HomeOutlined;
  /** Any of these permissions shows it. */
  readonly actions: readonly string[];
  readonly count?: (counts: WorkCountsQuery) => number | undefined;
}

/** The menu, in the order of the work. */
export const places: readonly Place[] = [
  {
    to: '/roster-imports',
    word: 'menu.rosterImports',
    group: 'menu.groupCases',
    icon: UploadFileOutlined,
    actions: ['roster.import'],
  },
  {
    to: '/households',
    word: 'menu.households',
    group: 'menu.groupCases',
    icon: HomeOutlined,
    actions: ['household.read'],
  },
  {
    to: '/case-file-review',
    word: 'menu.caseFileReview',
    group: 'menu.groupCases',
    icon: FactCheckOutlined,
    actions: ['case-file.review'],
    count: ({ caseWork }) => caseWork?.submitted,
  },
  {
    to: '/postings',
    word: 'menu.postings',
    group: 'menu.groupCases',
    icon: PinboardOutlined,
    actions: ['posting.publish', 'case-file.activate'],
    count: ({ caseWork }) => caseWork && caseWork.postingsEnded + caseWork.openObjections,
  },
  {
    to: '/campaigns',
    word: 'menu.campaigns',
    group: 'menu.groupAid',
    icon: CampaignOutlined,
    actions: ['campaign.read'],
  },
  {
    to: '/applications',
    word: 'menu.applications',
    group: 'menu.groupAid',
    icon: AssignmentTurnedInOutlined,
    actions: ['application.approve'],
    count: ({ caseWork }) => caseWork?.applicationsToApprove,
  },
];

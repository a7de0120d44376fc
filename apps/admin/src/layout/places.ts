import type { WorkCountsQuery } from '../graph/generated/operation-types.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** One place in the menu: where it leads, who sees it, and how much waits there. */
export interface Place {
  readonly to: string;
  readonly word: MessageKey;
  readonly group: MessageKey;
  /** Any of these permissions shows it. */
  readonly actions: readonly string[];
  readonly count?: (counts: WorkCountsQuery) => number | undefined;
}

/** The menu, in the order of the work. Finance, statistics, work and rights, administration add theirs here. */
export const places: readonly Place[] = [
  { to: '/roster-imports', word: 'menu.rosterImports', group: 'menu.groupCases', actions: ['roster.import'] },
  { to: '/households', word: 'menu.households', group: 'menu.groupCases', actions: ['household.read'], count: ({ caseWork }) => caseWork && caseWork.drafts + caseWork.returned },
  { to: '/case-file-review', word: 'menu.caseFileReview', group: 'menu.groupCases', actions: ['case-file.review'], count: ({ caseWork }) => caseWork?.submitted },
  { to: '/postings', word: 'menu.postings', group: 'menu.groupCases', actions: ['posting.publish', 'case-file.activate'], count: ({ caseWork }) => caseWork && caseWork.postingsEnded + caseWork.openObjections },
  { to: '/campaigns', word: 'menu.campaigns', group: 'menu.groupAid', actions: ['campaign.read'] },
  { to: '/applications', word: 'menu.applications', group: 'menu.groupAid', actions: ['application.approve'], count: ({ caseWork }) => caseWork?.applicationsToApprove },
];

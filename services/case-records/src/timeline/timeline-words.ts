import type { TimelineWords } from '@nuangong/subgraph';
import type { ApplicationStatus } from '../application/application.ts';
import type { CaseFileStatus } from '../case-file/case-file.ts';
import type { ProposalDecision } from '../file-proposal/file-proposal.ts';

/** What case records tell of a household's past: its file's and applications' steps by where they led, and the rest. */
export type CaseTimelineKind =
  | `CASE_FILE_${CaseFileStatus}`
  | `APPLICATION_${ApplicationStatus}`
  | 'PROPOSAL_MADE'
  | `PROPOSAL_${ProposalDecision}`
  | 'HARDSHIP_RECLASSED'
  | 'MEMBER_MOVED'
  | 'PAYEE_CORRECTED'
  | 'PAYEE_CONFIRMED'
  | 'VISIT';

export type CaseTimelineRecord = 'AidApplication' | 'CaseFile' | 'Household' | 'Visit';

export const caseTimelineWords: TimelineWords<CaseTimelineKind, CaseTimelineRecord> = {
  kinds: {
    CASE_FILE_DRAFT: 'Its case file became a draft.',
    CASE_FILE_SUBMITTED: 'Its case file was submitted.',
    CASE_FILE_COUNTY_REVIEW: 'Its case file passed the county’s review, or a change called for it anew.',
    CASE_FILE_POSTED: 'Its name was put on the wall.',
    CASE_FILE_ACTIVE: 'Its case file came into force.',
    CASE_FILE_EXITED: 'It left the register.',
    CASE_FILE_RETURNED: 'Its case file was sent back to be completed.',
    CASE_FILE_REJECTED: 'It was not taken into the register.',
    CASE_FILE_SUSPENDED: 'Its case file was suspended.',
    CASE_FILE_REVOKED: 'Its case file was taken away as a sanction.',
    APPLICATION_DRAFT: 'An application was begun.',
    APPLICATION_SUBMITTED: 'An application was submitted.',
    APPLICATION_BASE_REVIEW: 'An application went to the base union.',
    APPLICATION_COUNTY_REVIEW: 'An application was put forward to the county.',
    APPLICATION_CITY_REVIEW: 'An application went to the city.',
    APPLICATION_APPROVED: 'An application was approved.',
    APPLICATION_AWAITING_FUNDS: 'An approved application waits for money.',
    APPLICATION_FUNDED: 'Money was set aside for an application.',
    APPLICATION_PAID: 'An application’s money was paid.',
    APPLICATION_FOLLOWED_UP: 'A paid application was looked into afterwards.',
    APPLICATION_RETURNED: 'An application was sent back.',
    APPLICATION_REJECTED: 'An application was not approved.',
    APPLICATION_WITHDRAWN: 'An application was taken back.',
    APPLICATION_SUSPENDED: 'An application was held with its case file.',
    APPLICATION_LAPSED: 'An approved application ended without payment.',
    PROPOSAL_MADE: 'A change or an exit was put before a second person.',
    PROPOSAL_CONFIRMED: 'The second person confirmed it.',
    PROPOSAL_REFUSED: 'The second person refused it.',
    PROPOSAL_WITHDRAWN: 'Whoever proposed it took it back.',
    HARDSHIP_RECLASSED: 'A new dibao line gave it another class of hardship.',
    MEMBER_MOVED: 'Somebody left it.',
    PAYEE_CORRECTED: 'Its payee’s name, telephone or account was corrected.',
    PAYEE_CONFIRMED: 'Its payee was confirmed as registered.',
    VISIT: 'It was visited (走访慰问).',
  },
  recordTypes: {
    AidApplication: 'An application for aid.',
    CaseFile: 'Its case file.',
    Household: 'The household itself.',
    Visit: 'A visit.',
  },
};

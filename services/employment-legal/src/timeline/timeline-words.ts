import type { TimelineWords } from '@nuangong/subgraph';
import type { Happening, HappeningRecord } from './timeline.ts';

/** The descriptions of happenings and records in the graph. */
export const workTimelineWords: TimelineWords<Happening, HappeningRecord> = {
  kinds: {
    JOB_SEEKER_REGISTERED: 'A member was registered as a job seeker (求职登记).',
    WORKER_REFERRED: 'A member was referred to a vacancy (职业介绍).',
    WORKER_PLACED: 'A member found work (实现就业).',
    TRAINING_ATTENDED: 'A member attended training (参加就业培训).',
    LEGAL_CASE_OPENED: 'A member’s legal-aid case was opened (法律援助立案).',
    LEGAL_CASE_CLOSED: 'A member’s legal-aid case was closed (法律援助结案).',
    WAGE_CLAIM_OPENED: 'A claim for unpaid wages was opened (追讨欠薪立案).',
    WAGES_RECOVERED: 'Unpaid wages were recovered (追回欠薪).',
  },
  recordTypes: {
    JobSeeker: 'A job seeker.',
    Referral: 'A referral to a vacancy.',
    Placement: 'A placement in work.',
    TrainingAttendance: 'An attendance of training.',
    LegalCase: 'A legal-aid case.',
    WageClaim: 'A claim for unpaid wages.',
  },
};

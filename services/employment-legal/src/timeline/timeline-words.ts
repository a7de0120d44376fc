import type { TimelineWords } from '@nuangong/subgraph';
import type { Happening, HappeningRecord } from './timeline.ts';

/** The descriptions of happenings and records in the graph. */
export const workTimelineWords: TimelineWords<Happening, HappeningRecord> = {
  kinds: {
    JOB_SEEKER_REGISTERED: 'Somebody of it was registered as looking for work (求职登记).',
    WORKER_REFERRED: 'Somebody of it was referred to a vacancy (职业介绍).',
    WORKER_PLACED: 'Somebody of it found work (实现就业).',
    TRAINING_ATTENDED: 'Somebody of it attended training (参加就业培训).',
    LEGAL_CASE_OPENED: 'A legal-aid case of somebody of it was opened (法律援助立案).',
    LEGAL_CASE_CLOSED: 'A legal-aid case of somebody of it was closed (法律援助结案).',
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

import type { TimelineWords } from '@nuangong/subgraph';
import type { AidHappening, AidRecord } from './timeline.ts';

/** The description of each kind of entry and record in the graph. */
export const aidTimelineWords: TimelineWords<AidHappening, AidRecord> = {
  kinds: {
    GRANT_APPROVED: 'Money was set aside for it (核定救助).',
    GRANT_HELD: 'Its grant was put on hold (暂缓发放).',
    GRANT_PAID_ON: 'Payment of its grant on hold was continued (继续发放).',
    GRANT_RELEASED: 'Its grant was ended without payment (撤销救助).',
    PAYMENT_MADE: 'It was paid (发放).',
    PAYMENT_RETURNED: 'The bank returned its payment (退汇).',
  },
  recordTypes: { Grant: 'A grant.', Payment: 'A payment.' },
};

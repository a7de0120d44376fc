import { addTimelineEntry } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { Household } from '../household/household.graphql.ts';
import { loadTimeline } from './load-timeline.ts';
import { workTimelineWords } from './timeline-words.ts';
import { detailOf, happeningNames } from './timeline.ts';

const TimelineEntry = addTimelineEntry(builder, workTimelineWords);

builder.objectField(Household, 'workTimeline', (t) =>
  t.field({
    type: [TimelineEntry],
    description: 'Its events in work and rights, latest first; those outside the reader’s role are left out.',
    resolve: async ({ id }, _arguments, context) =>
      (await loadTimeline(context, id)).map((row) => ({
        ...row,
        title: happeningNames[row.kind],
        detail: detailOf(row),
      })),
  }),
);

import { addTimelineEntry } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { loadTimeline, timelineWords } from '../timeline/timeline-sources.ts';
import { Household } from './household.graphql.ts';

/** Must be loaded last, when every concept has added its source. */
const TimelineEntry = addTimelineEntry(builder, timelineWords());

builder.objectField(Household, 'caseTimeline', (t) =>
  t.field({
    type: [TimelineEntry],
    description: 'Its events in case records, latest first.',
    resolve: async (household, _arguments, context) => [...(await loadTimeline(context, household.id))],
  }),
);

import { addTimelineEntry } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { Household } from '../household/household.graphql.ts';
import { loadTimeline } from './timeline-sources.ts';
import { caseTimelineWords } from './timeline-words.ts';

const TimelineEntry = addTimelineEntry(builder, caseTimelineWords);

builder.objectField(Household, 'caseTimeline', (t) =>
  t.field({
    type: [TimelineEntry],
    description: 'What happened to it in case records, the latest first.',
    resolve: async (household, _arguments, context) => [...(await loadTimeline(context, household.id))],
  }),
);

import { builder } from '../builder.ts';
import { Household } from '../household/household.graphql.ts';
import { loadTimeline, type TimelineRow } from './load-timeline.ts';
import { detailOf, happeningNames } from './timeline.ts';

const TimelineEntry = builder.objectRef<TimelineRow>('TimelineEntry').implement({
  description: 'One thing that happened to a household, from any part of the system.',
  shareable: true,
  fields: (t) => ({
    id: t.id({ resolve: (entry) => entry.id }),
    at: t.field({ type: 'Instant', resolve: (entry) => entry.at }),
    kind: t.exposeString('kind'),
    title: t.string({ resolve: ({ kind }) => happeningNames[kind].zh }),
    titleEn: t.string({ resolve: ({ kind }) => happeningNames[kind].en }),
    detail: t.string({ nullable: true, resolve: (entry) => detailOf(entry).zh }),
    detailEn: t.string({ nullable: true, resolve: (entry) => detailOf(entry).en }),
    actor: t.exposeString('actor', { nullable: true }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    recordType: t.exposeString('recordType'),
    recordId: t.exposeID('recordId'),
  }),
});

builder.objectField(Household, 'workTimeline', (t) =>
  t.field({
    type: [TimelineEntry],
    description: 'Work and rights, latest first; what the actor’s role does not include is left out.',
    resolve: async ({ id }, _arguments, context) => [...(await loadTimeline(context, id))],
  }),
);

import { builder } from '../builder.ts';
import { Household } from '../household/household.graphql.ts';
import { loadTimeline, type TimelineEntry } from './timeline-sources.ts';

const TimelineEntryType = builder.objectRef<TimelineEntry>('TimelineEntry').implement({
  description: 'One thing that happened to a household, from any part of the system.',
  directives: [{ name: 'shareable', args: {} }] as never,
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.field({ type: 'Instant', resolve: (entry) => entry.at }),
    kind: t.exposeString('kind'),
    title: t.string({ resolve: (entry) => entry.title.zh }),
    titleEn: t.string({ resolve: (entry) => entry.title.en }),
    detail: t.string({ nullable: true, resolve: (entry) => entry.detail?.zh ?? null }),
    detailEn: t.string({ nullable: true, resolve: (entry) => entry.detail?.en ?? null }),
    actor: t.exposeString('actor', { nullable: true }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    recordType: t.exposeString('recordType'),
    recordId: t.exposeID('recordId'),
  }),
});

builder.objectField(Household, 'caseTimeline', (t) =>
  t.field({
    type: [TimelineEntryType],
    resolve: async (household, _arguments, context) => [...(await loadTimeline(context, household.id))],
  }),
);

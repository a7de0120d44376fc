import type { Bilingual } from '@nuangong/primitives';
import type { ObjectRef, SchemaTypes } from '@pothos/core';
import type { SubgraphBuilder } from './builder.ts';

/** One thing that happened to a household; each service tells those of its own. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly title: Bilingual;
  readonly detail?: Bilingual | undefined;
  readonly actor: string | null;
  readonly organizationName: string | null;
  readonly recordType: string;
  readonly recordId: string;
}

/** Adds the TimelineEntry type, the same in every subgraph that knows something of a household's past. */
export function addTimelineEntry<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
): ObjectRef<Types, TimelineEntry> {
  const shared = builder as unknown as SubgraphBuilder<object, object>;
  const entry = shared.objectRef<TimelineEntry>('TimelineEntry').implement({
    description: 'One thing that happened to a household, from any part of the system.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id'),
      at: t.expose('at', { type: 'Instant' }),
      kind: t.exposeString('kind'),
      title: t.string({ resolve: ({ title }) => title.zh }),
      titleEn: t.string({ resolve: ({ title }) => title.en }),
      detail: t.string({ nullable: true, resolve: ({ detail }) => detail?.zh ?? null }),
      detailEn: t.string({ nullable: true, resolve: ({ detail }) => detail?.en ?? null }),
      actor: t.exposeString('actor', { nullable: true }),
      organizationName: t.exposeString('organizationName', { nullable: true }),
      recordType: t.exposeString('recordType'),
      recordId: t.exposeID('recordId'),
    }),
  });
  return entry as unknown as ObjectRef<Types, TimelineEntry>;
}

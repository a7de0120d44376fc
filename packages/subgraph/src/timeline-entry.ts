import type { Bilingual } from '@nuangong/primitives';
import type { ObjectRef, SchemaTypes } from '@pothos/core';
import type { SubgraphBuilder } from './builder.ts';
import { describedValues } from './described-values.ts';

/** One event in a household's timeline; each service provides its own. */
export interface TimelineEntry<Kind extends string = string, RecordType extends string = string> {
  readonly id: string;
  readonly at: Date;
  readonly kind: Kind;
  readonly title: Bilingual;
  readonly detail?: Bilingual | undefined;
  readonly actor: string | null;
  readonly organizationName: string | null;
  readonly recordType: RecordType;
  readonly recordId: string;
}

/** The kinds of events and records of one service, with their descriptions. */
export interface TimelineWords<Kind extends string, RecordType extends string> {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly recordTypes: Readonly<Record<RecordType, string>>;
}

/**
 * Adds the TimelineEntry type, the same in every subgraph with a part of a household's timeline; each one has only its
 * own kinds and record types, and the supergraph has them all.
 */
export function addTimelineEntry<Types extends SchemaTypes, Kind extends string, RecordType extends string>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  words: TimelineWords<Kind, RecordType>,
): ObjectRef<Types, TimelineEntry<Kind, RecordType>> {
  const shared = builder as unknown as SubgraphBuilder<object, object>;
  const KindEnum = shared.enumType('TimelineKind', {
    description: 'The kind of an event in a household’s timeline.',
    values: describedValues<string>(words.kinds),
  });
  const RecordTypeEnum = shared.enumType('TimelineRecordType', {
    description: 'The type of the record behind an event in a household’s timeline.',
    values: describedValues<string>(words.recordTypes),
  });
  const entry = shared.objectRef<TimelineEntry>('TimelineEntry').implement({
    description: 'An event in a household’s timeline, from any service.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id'),
      at: t.expose('at', { type: 'Instant', description: 'When it happened.' }),
      kind: t.expose('kind', { type: KindEnum, description: 'What happened, for programs.' }),
      title: t.string({ description: 'What happened, in Chinese.', resolve: ({ title }) => title.zh }),
      titleEn: t.string({ description: 'What happened, in English.', resolve: ({ title }) => title.en }),
      detail: t.string({
        nullable: true,
        description: 'Details, in Chinese: an amount, or an opinion if the reader may see it; null if there are none.',
        resolve: ({ detail }) => detail?.zh ?? null,
      }),
      detailEn: t.string({
        nullable: true,
        description: 'The same in English.',
        resolve: ({ detail }) => detail?.en ?? null,
      }),
      actor: t.exposeString('actor', {
        nullable: true,
        description: 'Who did it, under the name they had at that time; null for the system.',
      }),
      organizationName: t.exposeString('organizationName', {
        nullable: true,
        description: 'The organisation for which it was done; null if the service does not know it.',
      }),
      recordType: t.expose('recordType', {
        type: RecordTypeEnum,
        description: 'The type of the record to open for details.',
      }),
      recordId: t.exposeID('recordId', { description: 'The id of the record.' }),
    }),
  });
  return entry as unknown as ObjectRef<Types, TimelineEntry<Kind, RecordType>>;
}

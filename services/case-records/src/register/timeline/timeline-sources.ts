import { loadManyBy, type TimelineEntry, type TimelineWords } from '@nuangong/subgraph';
import type { CaseRecordsContext } from '../../builder.ts';

/** An entry of the timeline with its household. */
export interface HouseholdEntry<Kind extends string = string, RecordType extends string = string> extends TimelineEntry<
  Kind,
  RecordType
> {
  readonly householdId: string;
}

/** Reads one concept's entries for households, in one statement for all of them. */
export type TimelineSource<Kind extends string = string, RecordType extends string = string> = (
  context: CaseRecordsContext,
  householdIds: readonly string[],
) => Promise<readonly HouseholdEntry<Kind, RecordType>[]>;

const sources: TimelineSource[] = [];
const words = { kinds: {}, recordTypes: {} };

/**
 * Adds a concept's entries to every household's timeline; called once by the concept's graph.
 *
 * @param ownWords describes the concept's kinds of entries, and the records they link to.
 */
export function addTimelineSource<Kind extends string, RecordType extends string>(
  ownWords: TimelineWords<Kind, RecordType>,
  source: TimelineSource<Kind, RecordType>,
): void {
  Object.assign(words.kinds, ownWords.kinds);
  Object.assign(words.recordTypes, ownWords.recordTypes);
  sources.push(source);
}

/** The descriptions of all concepts' entries; complete once their graphs are loaded. */
export const timelineWords = (): TimelineWords<string, string> => words;

/** A household's timeline, latest first; one statement per source for all households of a page. */
export const loadTimeline = loadManyBy<CaseRecordsContext, HouseholdEntry>(
  (entry) => entry.householdId,
  async (context, householdIds) => {
    const read: HouseholdEntry[] = [];
    for (const source of sources) read.push(...(await source(context, householdIds)));
    return read.sort((one, other) => other.at.getTime() - one.at.getTime());
  },
);

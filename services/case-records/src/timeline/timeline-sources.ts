import { loadManyBy, type TimelineEntry } from '@nuangong/subgraph';
import type { CaseRecordsContext } from '../builder.ts';
import type { CaseTimelineKind, CaseTimelineRecord } from './timeline-words.ts';

/** An entry of the timeline, and whose it is. */
export interface HouseholdEntry extends TimelineEntry<CaseTimelineKind, CaseTimelineRecord> {
  readonly householdId: string;
}

/** Reads what one concept knows of households' pasts, in one statement for all of them. */
export type TimelineSource = (
  context: CaseRecordsContext,
  householdIds: readonly string[],
) => Promise<readonly HouseholdEntry[]>;

const sources: TimelineSource[] = [];

/** Adds a concept's entries to every household's timeline; called once by the concept's graph. */
export function addTimelineSource(source: TimelineSource): void {
  sources.push(source);
}

/** What happened to a household, latest first; one statement a source for all households of a page. */
export const loadTimeline = loadManyBy<CaseRecordsContext, HouseholdEntry>(
  (entry) => entry.householdId,
  async (context, householdIds) => {
    const read: HouseholdEntry[] = [];
    for (const source of sources) read.push(...(await source(context, householdIds)));
    return read.sort((one, other) => other.at.getTime() - one.at.getTime());
  },
);

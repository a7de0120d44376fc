import type { Bilingual } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../builder.ts';
import { loadManyBy } from '../batch-loader.ts';

/** One thing that happened to a household. */
export interface TimelineEntry {
  readonly id: string;
  readonly householdId: string;
  readonly at: Date;
  readonly kind: string;
  readonly title: Bilingual;
  readonly detail?: Bilingual | undefined;
  readonly actor: string | null;
  readonly organizationName: string | null;
  readonly recordType: string;
  readonly recordId: string;
}

/** Reads what one concept knows of households' pasts, in one statement for all of them. */
export type TimelineSource = (
  context: CaseRecordsContext,
  householdIds: readonly string[],
) => Promise<readonly TimelineEntry[]>;

const sources: TimelineSource[] = [];

/** Adds a concept's entries to every household's timeline; called once by the concept's graph. */
export function addTimelineSource(source: TimelineSource): void {
  sources.push(source);
}

/** What happened to a household, latest first; one statement a source for all households of a page. */
export const loadTimeline = loadManyBy<TimelineEntry>(
  (entry) => entry.householdId,
  async (context, householdIds) => {
    const read: TimelineEntry[] = [];
    for (const source of sources) read.push(...(await source(context, householdIds)));
    return read.sort((one, other) => other.at.getTime() - one.at.getTime());
  },
);

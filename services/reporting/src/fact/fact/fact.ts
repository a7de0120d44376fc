import { createHash } from 'node:crypto';
import type { AnyEvent, OrganizationReference } from '@nuangong/events';
import type { z } from 'zod';
import type { FactKind, factKinds } from './fact-kinds.ts';

/** The dimensions of a fact of a kind; a missing flag is false. */
export type DimensionsOf<Kind extends FactKind> = {
  readonly [
    Name in keyof (typeof factKinds)[Kind]['dimensions']
  ]?: (typeof factKinds)[Kind]['dimensions'][Name] extends z.ZodType
    ? z.output<(typeof factKinds)[Kind]['dimensions'][Name]> | null
    : never;
};

/** What a reaction records about one thing that happened; missing measures count as nothing. */
export type FactTold = { [Kind in FactKind]: FactOfKind<Kind> }[FactKind];

interface FactOfKind<Kind extends FactKind> {
  readonly kind: Kind;
  readonly dimensions?: DimensionsOf<Kind>;
  readonly organization: OrganizationReference;
  /** The day it happened, YYYY-MM-DD. */
  readonly on: string;
  readonly recordType: string;
  readonly recordId: string;
  /** The thing whose state the fact describes; by default the record itself. */
  readonly subjectId?: string;
  /** The household that it is for. */
  readonly householdId?: string | null;
  readonly personRef?: string;
  readonly campaignId?: string | null;
  readonly amountFen?: bigint;
  readonly count?: number;
  readonly persons?: number;
  /** The migrant workers among the persons. */
  readonly migrantPersons?: number;
  /** Where a transfer came from. */
  readonly counterpartyPath?: string;
  /** Ids of the records that a reader may want to open next, and words to name them. */
  readonly related?: Readonly<Record<string, string | number | null>>;
  /** Ends the earlier facts of its subject: always, or only when there are any. */
  readonly endsEarlier?: 'ALWAYS' | 'IF_ANY';
  /**
   * Takes its missing dimensions and related records from the subject's latest fact of these kinds, which must be
   * known.
   */
  readonly inheritsFrom?: readonly FactKind[];
  /** Takes the persons from that fact too, including the migrant workers. */
  readonly inheritsPersons?: true;
  /** Recorded only while the subject's latest fact is of this kind; ignored otherwise. */
  readonly onlyWhile?: FactKind;
}

/** A fact's id is derived from its event and its place in it, so that a replay makes the same row. */
export function factId(eventId: string, part: number): string {
  if (part === 0) return eventId;
  const hash = createHash('sha256').update(`${eventId}/${part}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** A row in JSON, as the database's function takes it. */
export type FactRow = Readonly<Record<string, unknown>>;

/** The row of one fact of an event; `part` numbers the facts of one event from 0. */
export function factRow(event: Pick<AnyEvent, 'id' | 'time'>, told: FactTold, part: number): FactRow {
  return {
    id: factId(event.id, part),
    organization_path: told.organization.path,
    organization_id: told.organization.id,
    kind: told.kind,
    happened_on: told.on,
    dimensions: dimensionsOf(told),
    beneficiary_id: told.householdId ?? null,
    campaign_id: told.campaignId ?? null,
    amount_fen: (told.amountFen ?? 0n).toString(),
    count: told.count ?? 0,
    persons: told.persons ?? (told.inheritsPersons === true ? null : 0),
    migrant_persons: told.migrantPersons ?? (told.inheritsPersons === true ? null : 0),
    ends: told.endsEarlier ?? null,
    subject_id: told.subjectId ?? told.recordId,
    recorded_at: event.time.toISOString(),
    event_id: event.id,
    part,
    record_id: told.recordId,
    record_type: told.recordType,
    counterparty_path: told.counterpartyPath ?? null,
    person_ref: told.personRef ?? null,
    related: told.related ?? {},
    inherits: told.inheritsFrom ?? null,
    only_while: told.onlyWhile ?? null,
  };
}

/**
 * The fact's own dimensions; a flag that is false is kept, because it overrides one that is inherited from an earlier
 * fact.
 */
function dimensionsOf({ dimensions = {}, householdId }: FactTold): Readonly<Record<string, unknown>> {
  const said = Object.entries(dimensions).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(said), ...(householdId && { beneficiary: 'HOUSEHOLD' }) };
}

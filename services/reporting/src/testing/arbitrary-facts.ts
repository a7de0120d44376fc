import fc from 'fast-check';
import { codeOf } from '@nuangong/access';
import { hardshipClass, fundSource } from '@nuangong/events';
import type { FactTold } from '../fact/fact/fact.ts';
import { factKinds, type FactKind } from '../fact/fact/fact-kinds.ts';
import { generatedCity, generatedCounty } from './generate-facts.ts';
import { organizationOf } from './reporting-system.ts';

/** A fact as a reaction would record it, with the circumstances of its event. */
export interface ToldEvent {
  readonly event: { readonly id: string; readonly time: Date };
  readonly told: FactTold;
}

const id = (family: string, number: number) => `00000000-0000-7000-8${family}-${number.toString(16).padStart(12, '0')}`;
const otherCampaign = id('0cc', 2);

const kinds: readonly FactKind[] = [
  'CASE_FILE_ACTIVATED',
  'CASE_FILE_EXITED',
  'CASE_FILE_SUSPENDED',
  'PAYMENT_MADE',
  'PAYMENT_RETURNED',
  'RECEIPT_RECORDED',
  'ALLOCATION_RECEIVED',
  'VISIT_MADE',
  'VACANCY_OFFERED',
  'TRAINING_ATTENDED',
  'LEGAL_CASE_OPENED',
  'WAGES_RECOVERED',
];

/** Days around the campaign: before, first, within, last, after. */
const day = fc.constantFrom('2026-11-15', '2026-11-30', '2026-12-01', '2027-01-10', '2027-02-28', '2027-03-01');

const drawn = fc.record({
  kind: fc.constantFrom(...kinds),
  county: fc.integer({ min: 1, max: 3 }),
  ofBaseUnion: fc.boolean(),
  household: fc.integer({ min: 0, max: 5 }),
  subject: fc.integer({ min: 0, max: 9 }),
  on: day,
  campaignId: fc.constantFrom(generatedCity.campaignId, generatedCity.campaignId, otherCampaign, null),
  amountFen: fc.bigInt({ min: 0n, max: 9_000_000_000_000n }),
  count: fc.integer({ min: 0, max: 9 }),
  persons: fc.integer({ min: 0, max: 9 }),
  migrants: fc.integer({ min: 0, max: 9 }),
  migrantWorker: fc.boolean(),
  newGeneration: fc.boolean(),
  modelWorker: fc.boolean(),
  hardshipClass: fc.constantFrom(...hardshipClass.options),
  source: fc.constantFrom(...fundSource.options),
  aidType: fc.constantFrom('LIVING', 'MEDICAL', 'EDUCATION', 'OTHER'),
  mark: fc.constantFrom('HEATING', 'AIDED', 'FOR_LAID_OFF', null),
  from: fc.constantFrom('51/5101/', '51/', '51/5101/510101/'),
  forWarmth: fc.boolean(),
  /** The clock, in milliseconds since the year's first day; it is sometimes set back. */
  clock: fc.integer({ min: 0, max: 30 }),
});

const ofHouseholds = new Set<FactKind>([
  'CASE_FILE_ACTIVATED',
  'CASE_FILE_EXITED',
  'CASE_FILE_SUSPENDED',
  'PAYMENT_MADE',
  'PAYMENT_RETURNED',
  'VISIT_MADE',
  'TRAINING_ATTENDED',
  'LEGAL_CASE_OPENED',
]);
const ofFiles = new Set<FactKind>(['CASE_FILE_ACTIVATED', 'CASE_FILE_SUSPENDED']);
const ofCampaigns = new Set<FactKind>(['PAYMENT_MADE', 'VISIT_MADE', 'RECEIPT_RECORDED', 'ALLOCATION_RECEIVED']);

/** Limits the migrant workers of a file to its workers. */
function migrantsWithin(persons: number, migrants: number) {
  const migrantPersons = Math.min(persons, migrants);
  return { migrantPersons, migrantWorker: migrantPersons > 0 };
}

/** The subject that facts of one state share: a county's household can have three case files and payments. */
function subjectOf(kind: FactKind, county: number, subject: number, number: number): string {
  if (kind.startsWith('CASE_FILE')) return id('001', county * 100 + (subject % 4));
  if (kind.startsWith('PAYMENT')) return id('002', county * 100 + subject);
  return id('003', number);
}

/** The arbitrary values for dimensions of any kind. */
interface Drawn extends Readonly<Record<'hardshipClass' | 'source' | 'aidType', string>> {
  readonly mark: string | null;
  readonly migrantWorker: boolean;
  readonly newGeneration: boolean;
  readonly modelWorker: boolean;
  readonly forWarmth: boolean;
}

/** The drawn values that a fact of this kind has as dimensions. */
function dimensionsOf<Kind extends FactKind>(kind: Kind, drawnOf: Drawn): object {
  const { mark } = drawnOf;
  const all: Readonly<Record<string, unknown>> = {
    ...drawnOf,
    mark: mark === 'HEATING' ? mark : null,
    aided: mark === 'AIDED',
    forLaidOff: mark === 'FOR_LAID_OFF',
    withGoodsOrMoney: mark === 'HEATING',
    legalCaseKind: 'MEDIATION',
  };
  return Object.fromEntries(Object.keys(factKinds[kind].dimensions).map((name) => [name, all[name]]));
}

/**
 * Facts of three counties and their base unions, in the order in which they were recorded; a household stays in its
 * county.
 */
export const toldEvents: fc.Arbitrary<readonly ToldEvent[]> = fc
  .array(drawn, { minLength: 1, maxLength: 60 })
  .map((all) =>
    all.map(({ kind, county, ofBaseUnion, household, subject, from, clock, ...rest }, number) => {
      const { path } = generatedCounty(county);
      const code = codeOf(path);
      const organization = organizationOf(ofBaseUnion ? `${path}${code}-01/` : path);
      const { on, amountFen, count, persons } = rest;
      const { migrantPersons, migrantWorker } = ofFiles.has(kind)
        ? migrantsWithin(persons, rest.migrants)
        : { migrantPersons: 0, migrantWorker: rest.migrantWorker };
      const told = {
        kind,
        dimensions: dimensionsOf(kind, { ...rest, migrantWorker }),
        organization,
        on,
        amountFen,
        count,
        persons,
        migrantPersons,
        recordType: 'RECORD',
        recordId: id('00f', number),
        subjectId: subjectOf(kind, county, subject, number),
        householdId: ofHouseholds.has(kind) ? id('004', county * 100 + household) : null,
        campaignId: ofCampaigns.has(kind) ? rest.campaignId : null,
        ...(kind === 'WAGES_RECOVERED' && { personRef: `person-${household}` }),
        ...(kind === 'ALLOCATION_RECEIVED' && { counterpartyPath: from }),
        ...(kind === 'CASE_FILE_EXITED' || kind === 'CASE_FILE_SUSPENDED' || kind === 'PAYMENT_RETURNED'
          ? { endsEarlier: 'ALWAYS' }
          : {}),
        ...(kind === 'CASE_FILE_ACTIVATED' && { endsEarlier: 'IF_ANY' }),
      };
      return {
        event: { id: id('00e', number), time: new Date(Date.UTC(2027, 0, 1) + clock) },
        told: told as FactTold,
      };
    }),
  );

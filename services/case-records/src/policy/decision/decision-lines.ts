import type { Bilingual, LocalDate } from '@nuangong/primitives';
import { placesInWords } from '../policy-fact/expressions.ts';
import {
  factNamed,
  factsByName,
  sayFactOf,
  sayValue,
  withoutHealthOf,
  type Facts,
  type PolicyFact,
} from '../policy-fact/policy-fact.ts';
import { frequencyInWords } from '../frequency/frequency.ts';
import type { PolicyClause, Policy } from '../policy/policy.ts';

/** A clause as text on the sheet: the household's value, the threshold, and the days in force. */
export interface ClauseWords {
  readonly householdValue: Bilingual;
  /** The value without health details, for readers without `health.read`; null where the whole line concerns health. */
  readonly withoutHealth: Bilingual | null;
  readonly threshold: Bilingual;
  readonly inForceFrom: LocalDate | null;
  readonly inForceTo: LocalDate | null;
}

/** The facts that a clause looks at, and the source of its line's dates; the same for every household of a policy. */
interface ClauseReads {
  readonly facts: readonly PolicyFact[];
  /** The dates of the first fact that has some; undefined if none has. */
  readonly dated: PolicyFact['inForce'] | undefined;
  readonly hasPlaces: boolean;
}

const readsByClause = new WeakMap<PolicyClause, ClauseReads>();

/** The facts that a clause looks at under its policy; computed once. */
export function readsOf(clause: PolicyClause, policy: Policy): ClauseReads {
  const known = readsByClause.get(clause);
  if (known !== undefined) return known;
  const byName = factsByName(policy.facts);
  const placed = [...clause.threshold.matchAll(placesInWords)].map(([, name = '']) => name);
  const [dated] = [...clause.facts, ...placed].flatMap((name) => byName.get(name)?.inForce ?? []);
  const facts = clause.facts.flatMap((name) => byName.get(name) ?? []);
  const reads = { facts, dated, hasPlaces: placed.length > 0 };
  readsByClause.set(clause, reads);
  return reads;
}

/** The text of a clause for a household under a policy, with the catalogue's words for facts and their values. */
export function wordClause(clause: PolicyClause, facts: Facts, policy: Policy): ClauseWords {
  const reads = readsOf(clause, policy);
  const parts: Bilingual[] = [];
  const open: Bilingual[] = [];
  for (const fact of reads.facts) {
    const value = factNamed(facts, fact.name);
    if (value === undefined) continue;
    const part = sayFactOf(fact, facts, value);
    const shown = withoutHealthOf(fact, value);
    parts.push(part);
    if (!fact.tellsOfHealth) open.push(shown === value ? part : sayFactOf(fact, facts, shown));
  }
  const isOfHealth = clause.tellsOfHealth || (open.length === 0 && parts.length > 0);
  return {
    householdValue: joined(parts),
    withoutHealth: isOfHealth ? null : joined(open),
    threshold: reads.hasPlaces ? thresholdOf(clause, facts, policy) : { zh: clause.threshold, en: clause.thresholdEn },
    ...datesOf(reads, facts, policy),
  };
}

function joined(parts: readonly Bilingual[]): Bilingual {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function thresholdOf(clause: PolicyClause, facts: Facts, policy: Policy): Bilingual {
  const byName = factsByName(policy.facts);
  const fill = (text: string, language: keyof Bilingual): string =>
    text.replaceAll(placesInWords, (_place, name: string) => {
      if (name === 'frequency') return frequencyInWords(policy)[language];
      const fact = byName.get(name);
      return fact === undefined ? '' : sayValue(fact, factNamed(facts, name))[language];
    });
  return { zh: fill(clause.threshold, 'zh'), en: fill(clause.thresholdEn, 'en') };
}

/** The dates of the clause's first fact that has some, else those of the policy. */
function datesOf({ dated }: ClauseReads, facts: Facts, policy: Policy): Pick<ClauseWords, 'inForceFrom' | 'inForceTo'> {
  if (dated === undefined || dated === null) return { inForceFrom: policy.inForceFrom, inForceTo: policy.inForceTo };
  const day = (name: string) => (factNamed(facts, name) ?? null) as LocalDate | null;
  return { inForceFrom: day(dated.from), inForceTo: day(dated.to) };
}

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
import { frequencyInWords } from '../policy/frequency.ts';
import type { PolicyClause, PolicyPack } from '../policy/policy.ts';

/** How a clause reads on the sheet: what the household has, what is asked, since when. */
export interface ClauseWords {
  readonly householdValue: Bilingual;
  /** The value as those read it who do not read what is written of health; null where the whole line tells of it. */
  readonly withoutHealth: Bilingual | null;
  readonly threshold: Bilingual;
  readonly inForceFrom: LocalDate | null;
  readonly inForceTo: LocalDate | null;
}

/** Words a clause for a household under a policy, with the words that the catalogue gives for facts and their values. */
export function wordClause(clause: PolicyClause, facts: Facts, policy: PolicyPack): ClauseWords {
  const byName = factsByName(policy.facts);
  const looked = clause.facts.flatMap((name) => byName.get(name) ?? []);
  const shown = looked.filter((fact) => factNamed(facts, fact.name) !== undefined);
  const open = shown.filter((fact) => !fact.tellsOfHealth);
  return {
    householdValue: joined(shown.map((fact) => sayFactOf(fact, facts))),
    withoutHealth:
      clause.tellsOfHealth || (open.length === 0 && shown.length > 0)
        ? null
        : joined(
            open.map((fact) => sayFactOf(fact, facts, withoutHealthOf(fact, factNamed(facts, fact.name) ?? null))),
          ),
    threshold: thresholdOf(clause, facts, policy, byName),
    ...datesOf(clause, facts, policy, byName),
  };
}

function joined(parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function thresholdOf(
  clause: PolicyClause,
  facts: Facts,
  policy: PolicyPack,
  byName: ReadonlyMap<string, PolicyFact>,
): Bilingual {
  if (!clause.threshold.includes('{')) return { zh: clause.threshold, en: clause.thresholdEn };
  const fill = (text: string, language: keyof Bilingual): string =>
    text.replaceAll(placesInWords, (_place, name: string) => {
      if (name === 'frequency') return frequencyInWords(policy)[language];
      const fact = byName.get(name);
      return fact === undefined ? '' : sayValue(fact, factNamed(facts, name))[language];
    });
  return { zh: fill(clause.threshold, 'zh'), en: fill(clause.thresholdEn, 'en') };
}

/** The days of the first fact of the clause that has some, else those of the policy. */
function datesOf(
  clause: PolicyClause,
  facts: Facts,
  policy: PolicyPack,
  byName: ReadonlyMap<string, PolicyFact>,
): Pick<ClauseWords, 'inForceFrom' | 'inForceTo'> {
  const placed = [...clause.threshold.matchAll(placesInWords)].map(([, name = '']) => name);
  const [dated] = [...clause.facts, ...placed].flatMap((name) => byName.get(name)?.inForce ?? []);
  if (dated === undefined) return { inForceFrom: policy.inForceFrom, inForceTo: policy.inForceTo };
  const day = (name: string) => (factNamed(facts, name) ?? null) as LocalDate | null;
  return { inForceFrom: day(dated.from), inForceTo: day(dated.to) };
}

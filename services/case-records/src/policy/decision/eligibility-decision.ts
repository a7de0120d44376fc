import { citeClause, citeSource, problem, type Bilingual, type LocalDate, type Problem } from '@nuangong/primitives';
import type { PolicyAnswer } from '../policy/policy-engine.ts';
import type { PolicyClause, Policy } from '../policy/policy.ts';
import { tellsOfHealth } from '../../register/evidence/evidence.ts';
import { evidenceOf, factNamed, type Facts } from '../policy-fact/policy-fact.ts';
import { hashOf } from '../policy/canonical-json.ts';
import { readsOf, wordClause } from './decision-lines.ts';

export type Speaks = 'FOR' | 'AGAINST' | 'NEUTRAL';

/** One criterion of a decision: the household's value against the threshold, with clause and source. */
export interface DecisionLine {
  readonly criterion: string;
  readonly criterionEn: string;
  readonly householdValue: string;
  readonly householdValueEn: string;
  /** The value without health details, for readers without `health.read`; null where the whole line concerns health. */
  readonly withoutHealth: Bilingual | null;
  readonly threshold: string;
  readonly thresholdEn: string;
  readonly inForceFrom: LocalDate | null;
  readonly inForceTo: LocalDate | null;
  /** The kinds of evidence in the file that prove the value. */
  readonly evidence: readonly string[];
  readonly clauseCode: string;
  readonly clauseTitle: string;
  /** Absent from decisions made before titles were kept in both languages. */
  readonly clauseTitleEn?: string;
  readonly source: string;
  /** The text of the source; null where the policy was issued before it was kept. */
  readonly sourceText: string | null;
  /** How the text is interpreted; absent from decisions made before text and note were kept apart. */
  readonly note?: string | null;
  readonly noteEn?: string | null;
  readonly met: boolean;
  readonly speaks: Speaks;
}

/** A household's eligibility decision: the answer, a line per criterion, the evidence still missing, and the facts used. */
export interface EligibilityDecision {
  readonly answer: PolicyAnswer;
  readonly facts: Facts;
  readonly inputsHash: string;
  readonly lines: readonly DecisionLine[];
  readonly evidenceMissing: readonly string[];
}

/** The decision of an answer. Pure: the same facts, policy and answer give the same decision. */
export function decideEligibility(policy: Policy, facts: Facts, answer: PolicyAnswer): EligibilityDecision {
  const missing = policy.clauses
    .filter((clause) => answer.clausesFor.includes(clause.code))
    .flatMap((clause) => evidenceAsked(clause, policy, facts))
    .filter((kind) => !evidenceIn(facts).includes(kind));
  return {
    answer,
    facts,
    inputsHash: hashOf(facts),
    lines: policy.clauses.map((clause) => lineOf(clause, policy, facts, answer)),
    evidenceMissing: [...new Set(missing)],
  };
}

/** The source's text of a line, and the note on it. Older decisions hold only the note, in `sourceText`. */
export function wordsOf(line: Pick<DecisionLine, 'sourceText' | 'note' | 'noteEn'>): {
  readonly text: string | null;
  readonly note: Bilingual | null;
} {
  const { sourceText, note, noteEn } = line;
  if (note === undefined) return { text: null, note: sourceText === null ? null : { zh: sourceText, en: sourceText } };
  return { text: sourceText, note: note === null ? null : { zh: note, en: noteEn ?? note } };
}

/** Why an ineligible household is not put forward: one problem per criterion that speaks against it. */
export function reasonsAgainst(decision: EligibilityDecision): readonly Problem[] {
  const lines = decision.lines.filter((line) => line.speaks === 'AGAINST');
  return lines.map((line) =>
    problem(decision.answer.outcome, {
      zh: `${line.criterion}：${line.householdValue}；要求：${line.threshold}。依据：${citeClause({ title: line.clauseTitle, source: line.source })}`,
      en: `${line.criterionEn}: ${line.householdValueEn}; asked: ${line.thresholdEn} (${citeSource(line.source).en}).`,
    }),
  );
}

function lineOf(clause: PolicyClause, policy: Policy, facts: Facts, answer: PolicyAnswer): DecisionLine {
  const words = wordClause(clause, facts, policy);
  const met = isMet(clause, answer);
  return {
    criterion: clause.criterion,
    criterionEn: clause.criterionEn,
    householdValue: words.householdValue.zh,
    householdValueEn: words.householdValue.en,
    withoutHealth: words.withoutHealth,
    threshold: words.threshold.zh,
    thresholdEn: words.threshold.en,
    inForceFrom: words.inForceFrom,
    inForceTo: words.inForceTo,
    evidence: evidenceFor(clause, policy, facts).filter((kind) => evidenceIn(facts).includes(kind)),
    clauseCode: clause.code,
    clauseTitle: clause.title,
    clauseTitleEn: clause.titleEn,
    source: clause.source,
    sourceText: clause.text,
    note: clause.note,
    noteEn: clause.noteEn,
    met,
    speaks: speaksOf(clause, policy, met, answer),
  };
}

function isMet(clause: PolicyClause, answer: PolicyAnswer): boolean {
  switch (clause.kind) {
    case 'CATEGORY':
      return answer.clausesFor.includes(clause.code);
    case 'REQUIREMENT':
      return !answer.clausesAgainst.includes(clause.code);
    case 'REFERENCE':
      return answer.clausesNeutral.includes(clause.code);
  }
}

/** A category that does not fit is neutral as long as another fits; if none fits, each speaks against. */
function speaksOf(clause: PolicyClause, policy: Policy, met: boolean, answer: PolicyAnswer): Speaks {
  if (answer.clausesAgainst.includes(clause.code)) return 'AGAINST';
  switch (clause.kind) {
    case 'REFERENCE':
      return 'NEUTRAL';
    case 'REQUIREMENT':
      return 'FOR';
    case 'CATEGORY': {
      if (met) return 'FOR';
      const fits = policy.clauses.some((each) => each.kind === 'CATEGORY' && answer.clausesFor.includes(each.code));
      return fits ? 'NEUTRAL' : 'AGAINST';
    }
  }
}

/** The evidence that the clause names, else what proves its facts, whether for the household's value or for any. */
function evidenceFor(clause: PolicyClause, policy: Policy, facts: Facts): readonly string[] {
  if (clause.evidence.length > 0) return clause.evidence;
  const looked = readsOf(clause, policy).facts;
  return [...new Set(looked.flatMap((fact) => evidenceOf(fact, factNamed(facts, fact.name))))];
}

/**
 * Evidence for one value of a fact is asked only of households with that value: a dibao certificate only of those on
 * dibao.
 */
function evidenceAsked(clause: PolicyClause, policy: Policy, facts: Facts): readonly string[] {
  const looked = readsOf(clause, policy).facts;
  return evidenceFor(clause, policy, facts).filter((kind) => {
    const proving = looked.filter(({ values }) =>
      Object.values(values).some(({ evidence }) => evidence.includes(kind)),
    );
    return proving.length === 0 || proving.some((fact) => evidenceOf(fact, factNamed(facts, fact.name)).includes(kind));
  });
}

/** The kinds of evidence in the file. */
function evidenceIn(facts: Facts): readonly unknown[] {
  return Array.isArray(facts['evidence']) ? facts['evidence'] : [];
}

/** The line without health details, for readers without `health.read`; none where the whole line concerns health. */
export function withoutHealth(line: DecisionLine): readonly DecisionLine[] {
  if (line.withoutHealth === null) return [];
  const evidence = line.evidence.filter((kind) => !tellsOfHealth(kind));
  const { zh, en } = line.withoutHealth;
  return [{ ...line, evidence, householdValue: zh, householdValueEn: en }];
}

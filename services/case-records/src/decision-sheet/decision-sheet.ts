import { problem, type Bilingual, type LocalDate, type Problem } from '@nuangong/primitives';
import type { PolicyAnswer } from '../policy/policy-engine.ts';
import type { PolicyClause, PolicyPack } from '../policy/policy.ts';
import { tellsOfHealth } from '../evidence/evidence.ts';
import { causesOfHealthInWords, illnessCriterion, wordCriterion } from './criterion-words.ts';
import { hashOf, type DecisionInputs } from './decision-inputs.ts';

export type Speaks = 'FOR' | 'AGAINST' | 'NEUTRAL';

/** One criterion of a decision: the household's value against the threshold, with clause and source. */
export interface DecisionLine {
  readonly criterion: string;
  readonly criterionEn: string;
  readonly householdValue: string;
  readonly threshold: string;
  readonly inForceFrom: LocalDate | null;
  readonly inForceTo: LocalDate | null;
  /** The kinds of evidence in the file that prove the value. */
  readonly evidence: readonly string[];
  readonly clauseCode: string;
  readonly clauseTitle: string;
  readonly source: string;
  /** The source's own words; null where the policy was issued before they were kept. */
  readonly sourceText: string | null;
  /** How the words are read; absent from sheets drawn up before words and reading were kept apart. */
  readonly note?: string | null;
  readonly noteEn?: string | null;
  readonly met: boolean;
  readonly speaks: Speaks;
}

/** A household's decision sheet: the answer, a line for each criterion, what the file still lacks, what it rests on. */
export interface DecisionSheet {
  readonly answer: PolicyAnswer;
  readonly facts: DecisionInputs;
  readonly inputsHash: string;
  readonly lines: readonly DecisionLine[];
  readonly evidenceMissing: readonly string[];
}

/** Draws up the sheet of an answer. Pure: the same facts, policy and answer give the same sheet. */
export function drawUpSheet(policy: PolicyPack, facts: DecisionInputs, answer: PolicyAnswer): DecisionSheet {
  const missing = policy.clauses
    .filter((clause) => answer.clausesFor.includes(clause.code))
    .flatMap((clause) => evidenceAsked(clause, facts))
    .filter((kind) => !facts.evidence.includes(kind));
  return {
    answer,
    facts,
    inputsHash: hashOf(facts),
    lines: policy.clauses.map((clause) => lineOf(clause, policy, facts, answer)),
    evidenceMissing: [...new Set(missing)],
  };
}

/** The source's words of a line, and their reading. Sheets drawn up before the two were kept apart held a reading alone. */
export function wordsOf(line: Pick<DecisionLine, 'sourceText' | 'note' | 'noteEn'>): {
  readonly text: string | null;
  readonly note: Bilingual | null;
} {
  const { sourceText, note, noteEn } = line;
  if (note === undefined) return { text: null, note: sourceText === null ? null : { zh: sourceText, en: sourceText } };
  return { text: sourceText, note: note === null ? null : { zh: note, en: noteEn ?? note } };
}

/** Why a household that is not eligible is not put forward: one problem for each criterion that speaks against it. */
export function reasonsAgainst(sheet: DecisionSheet): readonly Problem[] {
  const lines = sheet.lines.filter((line) => line.speaks === 'AGAINST');
  return lines.map((line) =>
    problem(sheet.answer.outcome, {
      zh: `${line.criterion}：${line.householdValue}；要求：${line.threshold}（${line.clauseCode} ${line.clauseTitle}）`,
      en: `${line.criterionEn}: not met under clause ${line.clauseCode} (${line.source}).`,
    }),
  );
}

function lineOf(clause: PolicyClause, policy: PolicyPack, facts: DecisionInputs, answer: PolicyAnswer): DecisionLine {
  const words = wordCriterion(clause.criterion, facts, policy);
  const met = isMet(clause, facts, answer);
  return {
    criterion: words.name.zh,
    criterionEn: words.name.en,
    householdValue: words.householdValue,
    threshold: words.threshold,
    inForceFrom: words.inForceFrom,
    inForceTo: words.inForceTo,
    evidence: clause.evidence.filter((kind) => facts.evidence.includes(kind)),
    clauseCode: clause.code,
    clauseTitle: clause.title,
    source: clause.source,
    sourceText: clause.text,
    note: clause.note,
    noteEn: clause.noteEn,
    met,
    speaks: speaksOf(clause, policy, met, answer),
  };
}

function isMet(clause: PolicyClause, facts: DecisionInputs, answer: PolicyAnswer): boolean {
  switch (clause.kind) {
    case 'CATEGORY':
      return answer.clausesFor.includes(clause.code);
    case 'REQUIREMENT':
      return !answer.clausesAgainst.includes(clause.code);
    case 'REFERENCE':
      return clause.criterion === 'DIBAO_LINE'
        ? facts.dibaoLineFen !== null && facts.perCapitaFen < facts.dibaoLineFen
        : answer.clausesNeutral.includes(clause.code);
  }
}

/** A category that does not fit says nothing as long as another fits; where none fits, each speaks against. */
function speaksOf(clause: PolicyClause, policy: PolicyPack, met: boolean, answer: PolicyAnswer): Speaks {
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

/** A dibao certificate is asked only of those who say that they receive the allowance. */
function evidenceAsked(clause: PolicyClause, facts: DecisionInputs): readonly string[] {
  return clause.evidence.filter((kind) => kind !== 'DIBAO_CERTIFICATE' || facts.dibaoStatus === 'DIBAO');
}

/** A line for those who do not read what is written of health: none of illness, and no cause that tells of it. */
export function withoutHealth(line: DecisionLine): readonly DecisionLine[] {
  if (line.criterion === illnessCriterion) return [];
  const evidence = line.evidence.filter((kind) => !tellsOfHealth(kind));
  const parts = line.householdValue.split('、').filter((part) => !causesOfHealthInWords.has(part));
  return [{ ...line, evidence, householdValue: parts.join('、') }];
}

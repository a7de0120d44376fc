import { fen, localDate, problem, type Problem } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import { explainHardship, type DibaoLineInForce } from '../hardship/hardship.ts';
import { peopleInAnotherHousehold } from '../household/one-household.ts';
import { objectionUpheld, ownHandling, stepImpossible, type CaseFileCommand } from './case-file.ts';
import type { CaseFileChoice, MovedCaseFile } from './move-case-files.ts';

/** The result for one file. */
export interface RowResult {
  readonly id: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** The results in the requested order; ids that are unknown within scope are NOT_FOUND. */
export function rowResults(
  command: CaseFileCommand,
  choice: CaseFileChoice,
  moved: readonly MovedCaseFile[],
): readonly RowResult[] {
  const results = new Map(moved.map((row) => [row.id, resultOf(command, row)]));
  if (choice.kind !== 'THESE') return [...results.values()];
  const missing = (id: string): RowResult => ({ id, ok: false, problems: [notFound({ zh: '档案', en: 'case file' })] });
  return [...new Set(choice.ids)].map((id) => results.get(id) ?? missing(id));
}

function resultOf(command: CaseFileCommand, row: MovedCaseFile): RowResult {
  const refusal = problemOf(command, row);
  return { id: row.id, ok: refusal === undefined, problems: refusal === undefined ? [] : [refusal] };
}

function problemOf(command: CaseFileCommand, row: MovedCaseFile): Problem | undefined {
  switch (row.problem) {
    case null:
      return undefined;
    case 'STATUS':
      return stepImpossible(row.status, command, row.lastHand);
    case 'MADE':
    case 'REVIEWED':
    case 'SUSPENDED':
      return ownHandling(row.problem);
    case 'CLASS':
      return problem(
        'HARDSHIP_CLASS_MISSING',
        explainHardship({ perCapitaIncome: fen(BigInt(row.perCapitaIncomeFen)), causes: row.causes }, lineOf(row)),
      );
    case 'PEOPLE':
      return peopleInAnotherHousehold();
    case 'OBJECTION_OPEN':
      return problem('OBJECTION_OPEN', {
        zh: '有异议尚未答复，调查答复后再建档',
        en: 'An objection is unanswered. Investigate and answer it first.',
      });
    case 'OBJECTION_UPHELD':
      return objectionUpheld();
    case 'PROPOSAL_OPEN':
      return problem('PROPOSAL_OPEN', {
        zh: '有变更待确认，确认或不予确认后再建档',
        en: 'A change awaits confirmation. Confirm or decline it first.',
      });
  }
}

function lineOf({ line }: MovedCaseFile): DibaoLineInForce | undefined {
  if (line === null) return undefined;
  return {
    from: localDate(line.from),
    monthlyPerCapita: fen(BigInt(line.fen)),
    marginHundredths: BigInt(line.marginHundredths),
    organizationName: line.organizationName,
  };
}

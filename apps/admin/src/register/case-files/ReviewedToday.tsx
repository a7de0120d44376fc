import type { ReactElement } from 'react';
import { caseFilesDecidedTodayQuery } from '../../base/graph/generated/case-files.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { DecidedToday, perPage } from '../../base/queue/DecidedToday.tsx';
import { CaseFileTag } from './CaseFileTag.tsx';
import { undoCaseFileSteps } from './commands.ts';

/** The files that the reader passed, returned or rejected today, each with its undo. */
export function ReviewedToday(): ReactElement {
  const undo = useCommand(undoCaseFileSteps, { announce: true });
  return <DecidedToday useDecisions={useReviewedToday} undo={(ids) => undo.run({ ids })} />;
}

function useReviewedToday(page: number) {
  const decided = useAnswer(caseFilesDecidedTodayQuery, { page, perPage }).data?.caseFilesDecidedToday;
  const rows = decided?.items.map(({ id, to, at, undoRefusal, caseFile }) => ({
    id,
    recordId: caseFile.id,
    name: caseFile.household.head.name,
    detail: `${caseFile.household.unitName} · ${caseFile.number}`,
    decision: <CaseFileTag status={to} />,
    at,
    refusal: undoRefusal ?? null,
  }));
  return { rows, total: decided?.total ?? 0 };
}

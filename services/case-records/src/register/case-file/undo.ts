import { handWords, localDateAt, problem, type Hand, type LocalDate, type Problem } from '@nuangong/primitives';
import { caseFileStatusNames, lifeCycle, type CaseFileStatus } from './case-file.ts';

/** A step of a file, as far as undoing it depends on it. */
export interface StepToUndo extends Hand {
  readonly id: string;
  readonly staffId: string;
  readonly from: CaseFileStatus | null;
  readonly to: CaseFileStatus;
  /** It is itself a counter-step. */
  readonly isUndo: boolean;
}

/** What undoing a step is decided on, besides the step. */
export interface FileToUndo {
  /** The file's last step. */
  readonly last: StepToUndo;
  /** When the file or its household's facts last changed. */
  readonly changedAt: Date;
}

/** The decisions of a review that can be undone. */
export const undoableStatuses = lifeCycle.UNDO.from;

/**
 * Why someone may not undo a step now, or undefined: it is their own decision on a file in the queue of review, made on
 * this day, it is the file's last step, and the file has not changed since. The database holds the same in
 * case_file_step_to_undo.
 */
export function obstacleToUndo(
  step: StepToUndo,
  file: FileToUndo,
  staffId: string,
  today: LocalDate,
): Problem | undefined {
  const undoable = step.from === 'SUBMITTED' && undoableStatuses.includes(step.to) && !step.isUndo;
  if (!undoable) return notADecision();
  if (step.staffId !== staffId) return stepOfAnother(step);
  if (file.last.id !== step.id) return file.last.isUndo ? undoneAlready(file.last) : builtOn(file.last);
  if (localDateAt(new Date(step.at)) !== today) return stepOfAnEarlierDay();
  return file.changedAt.getTime() === new Date(step.at).getTime() ? undefined : changedSince();
}

export const notADecision = (): Problem =>
  problem('NOTHING_TO_UNDO', {
    zh: '只有审核通过、退回补正和驳回可以撤销，刷新后按最新状态办理',
    en: 'Only a pass, return or rejection can be undone. Refresh and check.',
  });

const stepOfAnother = (hand: Hand): Problem =>
  problem('STEP_OF_ANOTHER', {
    zh: `${handWords(hand).zh}办理，由其本人撤销`,
    en: `Decided by another (${handWords(hand).en}). Only they can undo it.`,
  });

const undoneAlready = (hand: Hand): Problem =>
  problem('UNDONE_ALREADY', {
    zh: `${handWords(hand).zh}已撤销`,
    en: `Undone already (${handWords(hand).en}).`,
  });

const builtOn = (last: StepToUndo): Problem =>
  problem('STEP_BUILT_ON', {
    zh: `${handWords(last).zh}已继续办理，档案现为“${caseFileStatusNames[last.to].zh}”，不能撤销`,
    en: `The file has gone on to “${caseFileStatusNames[last.to].en}” (${handWords(last).en}), so the step stays.`,
  });

const stepOfAnEarlierDay = (): Problem =>
  problem('STEP_OF_AN_EARLIER_DAY', {
    zh: '只能撤销当天本人办理的；要更正的，在档案中办理',
    en: 'Only steps of the same day can be undone. Correct it in the file.',
  });

export const changedSince = (): Problem =>
  problem('CHANGED_SINCE_STEP', {
    zh: '办理后家庭情况或材料已改动，不能撤销；再次提交后重新审核',
    en: 'The household or its evidence has changed since. Review it when it is submitted again.',
  });

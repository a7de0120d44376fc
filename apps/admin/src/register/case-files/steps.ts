import type { CaseFileStatus } from '../../base/graph/generated/operation-types.ts';
import type { Say } from '../../base/i18n/use-words.ts';
import type { Step } from '../../base/record/Steps.tsx';

interface FileWithSteps {
  readonly status: CaseFileStatus;
  readonly steps: readonly {
    readonly to: CaseFileStatus;
    readonly at: string;
    readonly staffName: string;
    readonly opinion: string | null;
  }[];
}

const way = ['DRAFT', 'SUBMITTED', 'COUNTY_REVIEW', 'POSTED', 'ACTIVE'] as const;

const placeOf = (status: CaseFileStatus): number => way.findIndex((each) => each === status);

/**
 * The usual steps of a case file, with who took each step and when, and those still to come; a file outside them ends
 * with its own status.
 */
export function stepsOf(file: FileWithSteps, say: Say): readonly Step[] {
  const last = (status: CaseFileStatus) => file.steps.findLast((step) => step.to === status);
  const off = placeOf(file.status) < 0;
  const reached = off ? furthest(file) : placeOf(file.status);
  const steps = way.map((status, index): Step => {
    const taken = last(status);
    const state =
      index < reached || (index === reached && (off || status === 'ACTIVE'))
        ? 'done'
        : index === reached
          ? 'now'
          : 'coming';
    return state === 'coming'
      ? { name: say(`caseFileStep.${status}`), state }
      : { name: say(`caseFileStep.${status}`), state, who: taken?.staffName, at: taken?.at, opinion: taken?.opinion };
  });
  if (!off) return steps;
  const taken = last(file.status);
  const own: Step = {
    name: say(`caseFileStatus.${file.status}`),
    state: 'now',
    who: taken?.staffName,
    at: taken?.at,
    opinion: taken?.opinion,
  };
  return [...steps.slice(0, reached + 1), own];
}

function furthest(file: FileWithSteps): number {
  return Math.max(0, ...file.steps.map((step) => placeOf(step.to)));
}

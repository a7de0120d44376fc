import type { ShownState, Table } from './statutory-table.ts';

/** The colour of a state, beside its mark: the tokens' names of text and ground. */
export const figureTones: Readonly<Record<ShownState, 'done' | 'wait' | 'stop' | 'moving' | 'still' | undefined>> = {
  AUTO: undefined,
  ENTERED: 'moving',
  ADJUSTED: 'wait',
  MISMATCH: 'stop',
  REMARK: 'wait',
  LOCKED: 'still',
  CHANGED: 'stop',
  EMPTY: 'still',
};

type SubmissionStatus = NonNullable<Table['submission']>['status'];

/** The tone of a submission's status. */
export const submissionTones: Readonly<Record<SubmissionStatus, 'done' | 'wait' | 'moving'>> = {
  SUBMITTED: 'moving',
  RETURNED: 'wait',
  ACCEPTED: 'done',
};

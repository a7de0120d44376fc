import { permits, type Actor } from '@nuangong/access';
import { localDateAt, type LocalDate } from '@nuangong/primitives';
import type { Figure } from './figure.ts';
import type { CheckOutcome } from '../../form/form/check.ts';
import { statusOf, type FrozenTable } from './submission.ts';
import type { TableRequest } from './table-request.ts';

/** A statutory table of one organisation and period, with everything that a reader sees. */
export interface StatutoryTable {
  readonly request: TableRequest;
  readonly figures: readonly Figure[];
  readonly checks: readonly CheckOutcome[];
  readonly submission: FrozenTable | undefined;
}

/** The head of the printed form. */
export interface TableHead {
  readonly organizationName: string;
  /** Who reports it (填报人); empty, to be filled in, while nobody has and the reader is not the one who does. */
  readonly preparedBy: string;
  /** That person's office telephone (联系电话); null if none is recorded. */
  readonly preparedByPhone: string | null;
  readonly preparedOn: LocalDate;
}

/** The head of a table: who submitted it and when; before that, the reader if it is theirs to submit, otherwise nobody. */
export function headOf({ request, submission }: StatutoryTable, actor: Actor, now: Date): TableHead {
  const { name: organizationName } = request.organization;
  if (submission === undefined || statusOf(submission) === 'RETURNED') {
    const reports = permits(actor.roles, 'report.submit') && actor.organizationId === request.organization.id;
    const { name: preparedBy, officePhone: preparedByPhone = null } = reports ? actor : { name: '' };
    return { organizationName, preparedBy, preparedByPhone, preparedOn: localDateAt(now) };
  }
  const { submittedByName: preparedBy, submittedByPhone: preparedByPhone, submittedAt } = submission;
  return { organizationName, preparedBy, preparedByPhone, preparedOn: localDateAt(submittedAt) };
}

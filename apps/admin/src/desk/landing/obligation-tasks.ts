import type { ObligationCountPartsFragment, WorkCountsQuery } from '../../base/graph/generated/operation-types.ts';
import { obligationsAt } from '../obligations/obligation-address.ts';
import type { Due } from './tasks.ts';

/** What falls due of one kind in one span of time. */
export interface ObligationTask {
  readonly key: string;
  readonly name: string;
  readonly to: string;
  readonly due: Due;
  readonly count: number;
  /** The first due day; undefined if it is over. */
  readonly dueOn: string | undefined;
  /** Of the whole kind; told once, at its first line. */
  readonly reminded: number;
  readonly escalated: number;
}

/** The obligations of all services by kind and by how soon they are due; spans without any are left out. */
export function obligationTasks(counts: WorkCountsQuery): readonly ObligationTask[] {
  const { caseRecordsObligations, identityObligations, reportingObligations } = counts;
  return [caseRecordsObligations, identityObligations, reportingObligations]
    .flatMap((counted) => counted ?? [])
    .flatMap(tasksOfKind);
}

function tasksOfKind(kind: ObligationCountPartsFragment): readonly ObligationTask[] {
  const spans: readonly (readonly [Due, number])[] = [
    ['overdue', kind.overdue],
    ['today', kind.today],
    ['week', kind.week],
    ['later', kind.total - kind.overdue - kind.today - kind.week],
  ];
  const filled = spans.filter(([, count]) => count > 0);
  const firstAhead = filled.find(([due]) => due !== 'overdue')?.[0];
  return filled.map(([due, count], place) => ({
    key: `${kind.kind} ${due}`,
    name: kind.name,
    to: obligationsAt({ kind: kind.kind, overdue: due === 'overdue', mine: true }),
    due,
    count,
    dueOn: due === firstAhead ? (kind.nextDueOn ?? undefined) : undefined,
    reminded: place === 0 ? kind.reminded : 0,
    escalated: place === 0 ? kind.escalated : 0,
  }));
}

import { amount } from '../../base/display/money.ts';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import type {
  FirstObligationsQuery,
  FirstOfCasesQuery,
  FirstOfFundsQuery,
  FirstOfWorkQuery,
} from '../../base/graph/generated/operation-types.ts';
import { recordAddress } from '../../base/record/record-address.ts';

/** How many records a queue shows on the landing page. */
const most = 5;

/** One of the first records of a queue: where it is opened, its name, its unit, its amount in yuan, its due day. */
export interface FirstRow {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly amount?: string | undefined;
  readonly dueOn?: string | undefined;
}

/** The answers that have come. */
export interface FirstAnswers {
  readonly cases: FirstOfCasesQuery;
  readonly funds: FirstOfFundsQuery;
  readonly work: FirstOfWorkQuery;
}

interface Family {
  readonly id: string;
  readonly unitName: string;
  readonly head: { readonly name: string };
}

const families = (page: { readonly items: readonly Family[] } | undefined): readonly FirstRow[] =>
  (page?.items ?? []).map(({ id, unitName, head }) => ({
    id,
    to: `/households/${id}`,
    name: head.name,
    detail: unitName,
  }));

type Grants = NonNullable<FirstOfFundsQuery['committed']>;
type Batches = NonNullable<FirstOfFundsQuery['approved']>;

const grants = (page: Grants | undefined): readonly FirstRow[] =>
  (page?.items ?? []).map((grant) => ({
    id: grant.id,
    to: `/grants/${grant.id}`,
    name: grant.payeeName,
    detail: grant.unitName,
    amount: amount(grant.amount),
  }));

const batches = (page: Batches | undefined): readonly FirstRow[] =>
  (page?.items ?? []).map(({ id, number, total }) => ({
    id,
    to: `/batches/${id}`,
    name: number,
    amount: amount(total),
  }));

type Posting = NonNullable<FirstOfCasesQuery['postings']>['items'][number];

const postings = (page: FirstOfCasesQuery['postings'], wanted: (posting: Posting) => boolean): readonly FirstRow[] =>
  (page?.items ?? []).filter(wanted).map(({ id, place, organizationName, to }) => ({
    id,
    to: `/postings/${id}`,
    name: place,
    detail: organizationName,
    dueOn: to,
  }));

interface Dated {
  readonly id: string;
  readonly number: string;
  readonly clientName: string;
  readonly limitationDate: string | null;
}

const legalCases = (cases: readonly Dated[] | undefined): readonly FirstRow[] =>
  (cases ?? []).map(({ id, number, clientName, limitationDate }) => ({
    id,
    to: `/legal-cases/${id}`,
    name: clientName,
    detail: number,
    dueOn: limitationDate ?? undefined,
  }));

const readers: Partial<Record<MessageKey, (answers: FirstAnswers) => readonly FirstRow[]>> = {
  'task.returned': ({ cases }) => families(cases.returned),
  'task.drafts': ({ cases }) => families(cases.drafts),
  'task.paymentsReturned': ({ cases }) => families(cases.paymentsReturned),
  'task.payeesToConfirm': ({ cases }) => families(cases.payeesToConfirm),
  'task.submitted': ({ cases }) =>
    families({
      items: (cases.submitted?.items ?? []).filter((file) => !file.lockedForMe).map(({ household }) => household),
    }),
  'task.proposals': ({ cases }) =>
    families({ items: (cases.fileProposals?.items ?? []).map(({ caseFile }) => caseFile.household) }),
  'task.approve': ({ cases }) =>
    (cases.applications?.items ?? [])
      .filter((application) => !application.lockedForMe)
      .map((application) => ({
        id: application.id,
        to: recordAddress('APPLICATION', application.id) ?? '/applications',
        name: application.headName,
        detail: application.unitName,
        amount: amount(application.amount),
      })),
  'task.reviewed': ({ cases }) => families(cases.reviewed),
  'task.objections': ({ cases }) => postings(cases.postings, ({ openObjections }) => openObjections > 0),
  'task.postingsRunning': ({ cases }) => postings(cases.postings, ({ status }) => status === 'RUNNING'),
  'task.prepareBatch': ({ funds }) => grants(funds.committed),
  'task.heldGrants': ({ funds }) => grants(funds.held),
  'task.answerDecisions': ({ funds }) => grants(funds.decisions),
  'task.confirmReturns': ({ funds }) => grants(funds.returns),
  'task.approveBatch': ({ funds }) =>
    batches(funds.prepared && { items: funds.prepared.items.filter((batch) => !batch.lockedForMe) }),
  'task.payBatch': ({ funds }) => batches(funds.approved),
  'task.answerFindings': ({ funds }) => batches(funds.approved),
  'task.receiveAllocation': ({ funds }) =>
    (funds.allocations?.items ?? [])
      .filter(({ status }) => status === 'IN_TRANSIT')
      .map((allocation) => ({
        id: allocation.id,
        to: `/allocations/${allocation.id}`,
        name: allocation.number,
        detail: allocation.fromOrganizationName,
        amount: amount(allocation.amount),
      })),
  'task.deadlinesPassed': ({ work }) => legalCases(work.deadlines?.items.filter((one) => one.limitationPassed)),
  'task.deadlines': ({ work }) => legalCases(work.deadlines?.items.filter((one) => !one.limitationPassed)),
  'task.legalCases': ({ work }) => {
    const soon = new Set(work.deadlines?.items.map(({ id }) => id));
    return legalCases(work.legalCases?.items.filter(({ id }) => !soon.has(id)));
  },
  'task.wageClaims': ({ work }) =>
    (work.wageClaims?.items ?? []).map(({ id, number, employer, owed }) => ({
      id,
      to: `/wage-claims/${id}`,
      name: employer,
      detail: number,
      amount: amount(owed),
    })),
  'task.referrals': ({ work }) =>
    (work.referrals?.items ?? []).map(({ id, jobSeeker, vacancy }) => ({
      id,
      to: `/referrals/${id}`,
      name: jobSeeker.name,
      detail: vacancy.employer,
    })),
  'task.vacancies': ({ work }) =>
    (work.vacancies?.items ?? []).map(({ id, employer, trade }) => ({
      id,
      to: `/vacancies/${id}`,
      name: employer,
      detail: trade,
    })),
};

/** The first records of a task's queue that the reader may act on; none where the task is not a list of records. */
export function firstRowsOf(task: MessageKey, answers: FirstAnswers): readonly FirstRow[] {
  return readers[task]?.(answers).slice(0, most) ?? [];
}

/** The first obligations of all services by kind and how soon they are due: "POSTING_ENDED overdue". */
export function firstObligations(answer: Partial<FirstObligationsQuery>): ReadonlyMap<string, readonly FirstRow[]> {
  const rows = [answer.caseRecords, answer.identity, answer.reporting]
    .flatMap((kinds) => kinds ?? [])
    .flatMap(({ first }) => first);
  const spans = Map.groupBy(rows, ({ kind, standing }) => `${kind} ${(standing ?? 'LATER').toLowerCase()}`);
  return new Map(
    [...spans].map(([span, found]) => [
      span,
      found.map(({ id, address, title, dueOn }) => ({ id, to: address, name: title, dueOn })),
    ]),
  );
}

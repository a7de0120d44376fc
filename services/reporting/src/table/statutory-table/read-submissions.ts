import type { Transaction } from '../../builder.ts';
import { cellsOf, isNumber } from '../../form/form/form.ts';
import { tableKey } from './read-entries.ts';
import type { TableRequest } from './table-request.ts';
import type { FrozenTable } from './submission.ts';

/** What is read of a submission beside itself: the superior's decisions, the last one first. */
export const withReviews = { reviews: { orderBy: { id: 'desc' } } } as const;

/** The last submission of a table with the superior's decisions; two statements, one if there is none. */
export async function findLastSubmission(tx: Transaction, request: TableRequest): Promise<FrozenTable | undefined> {
  const found = await tx.submission.findFirst({
    where: { ...tableKey(request), ...(request.asOf && { submittedAt: { lte: request.asOf } }) },
    orderBy: { id: 'desc' },
  });
  if (found === null) return undefined;
  const reviews = await tx.submissionReview.findMany({
    where: { submissionId: found.id, ...(request.asOf && { decidedAt: { lte: request.asOf } }) },
    orderBy: { id: 'desc' },
  });
  // An organisation that moved since is judged by the superior it has now.
  return { ...found, organizationPath: request.organization.path, reviews };
}

/** The sums of the accepted tables of the organisations directly below, for numeric entered cells; one statement. */
export async function sumOfSubordinates(tx: Transaction, request: TableRequest): Promise<ReadonlyMap<string, bigint>> {
  const keys = cellsOf(request.form).flatMap((cell) => (cell.kind === 'ENTERED' && isNumber(cell) ? [cell.key] : []));
  const rows = await tx.$queryRawUnsafe<readonly { key: string; sum: string }[]>(
    `select cell.key, sum((cell.value->>'value')::numeric)::text as sum
     from (
       select distinct on (submission.organization_id) submission.id, submission.cells
       from submission join organization on organization.id = submission.organization_id
       where organization.parent_id = $1::uuid and form_code = $2 and form_version = $3::int
         and campaign_id is not distinct from $4::uuid and starts_on = $5::text::date and ends_on = $6::text::date
         and ($8::text is null or submitted_at <= $8::text::timestamptz)
       order by submission.organization_id, submission.id desc
     ) as last
     cross join lateral (
       select decision from submission_review review where review.submission_id = last.id
         and ($8::text is null or decided_at <= $8::text::timestamptz)
       order by review.id desc limit 1
     ) as decided
     cross join lateral jsonb_each(last.cells) as cell
     where decided.decision = 'ACCEPTED' and cell.key = any($7::text[]) and cell.value->>'value' is not null
     group by cell.key`,
    request.organization.id,
    request.form.code,
    request.form.version,
    request.campaignId,
    request.from,
    request.to,
    keys,
    request.asOf?.toISOString() ?? null,
  );
  return new Map(rows.map(({ key, sum }) => [key, BigInt(sum)]));
}

import type { Cell } from '../cell/cell.ts';
import { caseFileSteps, type Acknowledgement } from '../work/acknowledged.ts';
import { violation, type Violation } from './violation.ts';

type Database = 'case-records' | 'funds';
type Question = {
  readonly database: Database;
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly rows: number;
};

/** How to find an acknowledged effect: a query that must return `rows` rows. */
function questionOf(told: Acknowledgement): Question {
  const caseRecords = (sql: string, values: readonly unknown[], rows = 1): Question => ({
    database: 'case-records',
    sql,
    values,
    rows,
  });
  const funds = (sql: string, values: readonly unknown[]): Question => ({ database: 'funds', sql, values, rows: 1 });
  switch (told.kind) {
    case 'HOUSEHOLD_REGISTERED':
      return caseRecords(
        `select from household h join case_file c on c.household_id = h.id
         where h.id = $1 and exists (select from household_version v where v.household_id = h.id)`,
        [told.householdId],
      );
    case 'CASE_FILES_MOVED':
      return caseRecords(
        'select from case_file where id = any($1::uuid[]) and status = any($2::text[])',
        [told.ids, caseFileSteps.slice(caseFileSteps.indexOf(told.to))],
        told.ids.length,
      );
    case 'APPLICATIONS_APPROVED':
      return caseRecords(
        `select from aid_application where id = any($1::uuid[])
           and status = any('{APPROVED,AWAITING_FUNDS,FUNDED,PAID}'::text[])`,
        [told.ids],
        told.ids.length,
      );
    case 'VISIT_RECORDED':
      return caseRecords('select from visit where id = $1', [told.visitId]);
    case 'RECEIPT_RECORDED':
      return funds('select from receipt where idempotency_key = $1 and amount_fen = $2', [
        told.idempotencyKey,
        told.amountFen,
      ]);
    case 'ALLOCATION_SENT':
      return funds('select from allocation where id = $1 and amount_fen = $2', [told.allocationId, told.amountFen]);
    case 'ALLOCATION_RECEIVED':
      return funds(`select from allocation where id = $1 and status = 'RECEIVED'`, [told.allocationId]);
    case 'BATCH_PAID':
      return funds(`select from disbursement_batch where id = $1 and status = 'PAID'`, [told.batchId]);
    case 'PAYMENT_RETURNED':
      return funds(
        `select from payment p join returned_payment r on r.payment_id = p.id
         where p.id = $1 and p.status = 'RETURNED'`,
        [told.paymentId],
      );
  }
}

/** Every command that was acknowledged happened, once. */
export async function checkAcknowledged(
  cell: Cell,
  acknowledged: readonly Acknowledgement[],
): Promise<readonly Violation[]> {
  const found = await Promise.all(
    acknowledged.map(async (told) => {
      const { database, sql, values, rows } = questionOf(told);
      const { rowCount } = await cell.database(database).query(sql, [...values]);
      return rowCount === rows
        ? []
        : [violation('every acknowledged command happened', { told, expected: rows, found: rowCount })];
    }),
  );
  return found.flat();
}

import type { Cell } from '../cell/cell.ts';
import { violation, type Violation } from './violation.ts';

type Row = Readonly<Record<string, unknown>>;

const factsOf = (kind: string) =>
  ({ database: 'reporting', sql: `select record_id as id from fact where kind = '${kind}' order by 1` }) as const;

/** Pairs of lists that must be equal: the records of one service, and what another holds of each exactly once. */
const pairs: readonly {
  readonly promise: string;
  readonly told: { readonly database: 'case-records' | 'funds'; readonly sql: string };
  readonly taken: { readonly database: 'case-records' | 'funds' | 'reporting'; readonly sql: string };
}[] = [
  {
    promise: 'each approved application has one grant of its amount',
    told: {
      database: 'case-records',
      sql: `select id, amount_fen as amount from aid_application
            where status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID')
              or (status = 'LAPSED' and grant_id is not null) order by id`,
    },
    taken: { database: 'funds', sql: 'select application_id as id, amount_fen as amount from aid_grant order by 1' },
  },
  {
    promise: 'an application stands where its grant stands',
    told: {
      database: 'funds',
      sql: `select application_id as id,
              case when status in ('COMMITTED', 'IN_BATCH') then 'FUNDED'
                when status = 'RELEASED' then 'LAPSED' else status end as status
            from aid_grant order by 1`,
    },
    taken: {
      database: 'case-records',
      sql: `select id, status from aid_application
            where status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID')
              or (status = 'LAPSED' and grant_id is not null) order by 1`,
    },
  },
  {
    promise: 'each payment is one fact',
    told: {
      database: 'funds',
      sql: `select id, amount_fen as amount from payment where status in ('PAID', 'RETURNED') order by id`,
    },
    taken: {
      database: 'reporting',
      sql: `select record_id as id, amount_fen as amount from fact where kind = 'PAYMENT_MADE' order by 1`,
    },
  },
  {
    promise: 'each returned payment is one fact',
    told: { database: 'funds', sql: 'select payment_id as id from returned_payment order by 1' },
    taken: factsOf('PAYMENT_RETURNED'),
  },
  {
    promise: 'each receipt from outside is one fact',
    told: {
      database: 'funds',
      sql: 'select id, amount_fen as amount from receipt where allocation_id is null order by id',
    },
    taken: {
      database: 'reporting',
      sql: `select record_id as id, amount_fen as amount from fact where kind = 'RECEIPT_RECORDED' order by 1`,
    },
  },
  {
    promise: 'each allocation received is one fact',
    told: {
      database: 'funds',
      sql: `select id, amount_fen as amount from allocation where status = 'RECEIVED' order by id`,
    },
    taken: {
      database: 'reporting',
      sql: `select record_id as id, amount_fen as amount from fact where kind = 'ALLOCATION_RECEIVED' order by 1`,
    },
  },
  {
    promise: 'each visit is one fact',
    told: { database: 'case-records', sql: 'select id from visit order by id' },
    taken: factsOf('VISIT_MADE'),
  },
  {
    promise: 'each file that was opened is one fact',
    told: {
      database: 'case-records',
      sql: `select distinct case_file_id as id from case_file_step where to_status = 'ACTIVE' order by 1`,
    },
    taken: {
      database: 'reporting',
      sql: `select distinct record_id as id from fact where kind = 'CASE_FILE_ACTIVATED' order by 1`,
    },
  },
];

/** Checks that the other services hold everything that a service published, exactly once, and nothing else. */
export async function checkServicesAgree(cell: Pick<Cell, 'database'>): Promise<readonly Violation[]> {
  const found = await Promise.all(
    pairs.map(async ({ promise, told, taken }) => {
      const [one, other] = await Promise.all([
        cell.database(told.database).query<Row>(told.sql),
        cell.database(taken.database).query<Row>(taken.sql),
      ]);
      const lines = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row));
      const [left, right] = [lines(one.rows), lines(other.rows)];
      if (left.join() === right.join()) return [];
      const difference = {
        [told.database]: left.filter((line) => !right.includes(line)).slice(0, 3),
        [taken.database]: right.filter((line) => !left.includes(line)).slice(0, 3),
        counts: [left.length, right.length],
      };
      return [violation(promise, difference)];
    }),
  );
  return found.flat();
}

import type { KeyObject } from 'node:crypto';
import type { PoolClient } from 'pg';
import { auditActionName, recordTypeName } from '@nuangong/access/audit-names';
import { signExport, type AuditExport } from '@nuangong/database';
import { addDays, type LocalDate } from '@nuangong/primitives';
import { writeCsvTable, type Table, type TableColumn } from '@nuangong/spreadsheet';

/** The parameters of an export. */
export interface AskedExport {
  readonly service: string;
  /** First and last day, both included, in Chinese time. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly scope: string;
  readonly exportedBy: string;
  readonly exportedAt: Date;
}

const batch = 1_000;

const columns: readonly TableColumn[] = [
  '编号',
  '时间（北京时间）',
  '组织',
  '经办人',
  '经办人编号',
  '操作',
  '操作代码',
  '记录类别',
  '类别代码',
  '记录编号',
  '前',
  '后',
  '请求编号',
  '来源地址',
  '会话编号',
  '封存位次',
  '封存值',
].map((heading) => ({ heading, format: 'text' }));

/**
 * Writes the audit entries of a period within the transaction's subtree as a text file for spreadsheet programs, each
 * with its seal, and at the end one line with the signature over every byte above: a file that was edited or saved
 * again no longer passes `./nuangong audit check`. One batch at a time is in memory.
 *
 * @param client in a transaction under row-level security as the requester.
 */
export async function exportAuditEntries(
  client: PoolClient,
  path: string,
  asked: AskedExport,
  auditKey: KeyObject,
): Promise<AuditExport> {
  let entries = 0;
  const rows = async function* (): AsyncGenerator<readonly string[], void> {
    for await (const row of readEntries(client, asked)) {
      entries += 1;
      yield withNames(row);
    }
  };
  const table: Table = { sheetName: '操作留痕', columns, rows: rows() };
  await writeCsvTable(path, table, 'plain');
  const { service, from, to, scope, exportedBy } = asked;
  const exportedAt = asked.exportedAt.toISOString();
  return signExport(path, { service, from, to, scope, exportedBy, exportedAt, entries }, auditKey);
}

/** A row with the names of its action and its type of record before their codes. */
function withNames(row: readonly string[]): readonly string[] {
  const [action = '', recordType = ''] = row.slice(firstCode);
  const named = [auditActionName(action), action, recordTypeName(recordType), recordType];
  return [...row.slice(0, firstCode), ...named, ...row.slice(firstCode + 2)];
}

/** Where in a row read from the log its action stands, and its type of record after it. */
const firstCode = 5;

async function* readEntries(client: PoolClient, { from, to }: AskedExport): AsyncGenerator<string[], void> {
  await client.query(
    `declare exported no scroll cursor for
     select e.id::text, to_char(e.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS.US'),
       e.organization_path, e.staff_name, e.staff_id::text, e.action, e.record_type, e.record_id,
       coalesce(e.before::text, ''), coalesce(e.after::text, ''), coalesce(e.request_id, ''),
       coalesce(host(e.address), ''), coalesce(e.session_id, ''),
       coalesce(s.place::text, ''), coalesce(encode(s.hash, 'hex'), '')
     from audit_entry e left join audit_seal s on s.entry_id = e.id
     where e.recorded_at >= $1::timestamp at time zone 'Asia/Shanghai'
       and e.recorded_at < $2::timestamp at time zone 'Asia/Shanghai'
     order by e.recorded_at, e.id`,
    [from, addDays(to, 1)],
  );
  while (true) {
    const { rows } = await client.query<string[]>({ text: `fetch ${batch} from exported`, rowMode: 'array' });
    yield* rows;
    if (rows.length < batch) return;
  }
}

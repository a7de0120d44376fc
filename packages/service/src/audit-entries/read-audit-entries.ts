import type { TransactionClient } from '../transaction-client.ts';

/** An audit entry as shown to the auditor. */
export interface KeptAuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly organizationPath: string;
  readonly staffName: string;
  readonly action: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string | null;
  readonly address: string | null;
}

/** The filter of audit entries; conditions that are missing or empty are ignored. */
export interface AuditEntryFilter {
  /** The name of the actor, including one who acted on another's behalf. */
  readonly staffName?: string | null | undefined;
  /** How the name of the actor begins. */
  readonly nameBegins?: string | null | undefined;
  readonly action?: string | null | undefined;
  readonly recordType?: string | null | undefined;
  readonly recordId?: string | null | undefined;
  /** Any of these records. */
  readonly recordIds?: readonly string[] | null | undefined;
  /** The records of one household. */
  readonly ofHousehold?: readonly string[] | undefined;
  readonly requestId?: string | null | undefined;
  /** Entries recorded at this moment or later. */
  readonly from?: Date | null | undefined;
  /** Entries recorded before this moment. */
  readonly until?: Date | null | undefined;
}

const columns = `id::text as id, recorded_at as at, organization_path as "organizationPath", staff_name as "staffName",
  action, record_type as "recordType", record_id as "recordId", before, after,
  request_id as "requestId", host(address) as address`;

/** An entry's number in its service's log. */
const entryId = /^\d{1,18}$/u;

/** Reads the latest entries, or those older than one that was read before: one statement, by index at any depth. */
export async function readAuditEntries(
  tx: TransactionClient,
  filter: AuditEntryFilter,
  { before, most }: { readonly before?: string | null | undefined; readonly most: number },
): Promise<readonly KeptAuditEntry[]> {
  if (before !== null && before !== undefined && !entryId.test(before)) return [];
  const { conditions, values } = conditionsOf(filter);
  if (before) {
    values.push(before);
    conditions.push(
      `(recorded_at, id) < (select b.recorded_at, b.id from audit_entry b where b.id = $${values.length}::bigint)`,
    );
  }
  return (await tx.$queryRawUnsafe(
    `select ${columns} from audit_entry where ${conditions.join(' and ')}
     order by recorded_at desc, id desc limit ${most}`,
    ...values,
  )) as readonly KeptAuditEntry[];
}

/** Counts the entries that match a filter. */
export async function countAuditEntries(tx: TransactionClient, filter: AuditEntryFilter): Promise<number> {
  const { conditions, values } = conditionsOf(filter);
  const rows = (await tx.$queryRawUnsafe(
    `select count(*)::int as total from audit_entry where ${conditions.join(' and ')}`,
    ...values,
  )) as readonly { readonly total: number }[];
  return rows[0]?.total ?? 0;
}

/**
 * Entries of a person acting for themselves or on another's behalf: 王五, 王五（代李四）. Uses only comparisons, because under
 * row-level security an index cannot serve operators that could leak data, and 令 is the character after 代.
 */
const byName = (name: string): string =>
  `(staff_name collate "C" = ${name} or (staff_name collate "C" >= ${name} || '（代' and staff_name collate "C" < ${name} || '（令'))`;

/** Entries of people whose name begins so; only comparisons, as above. */
const byBeginning = (name: string): string =>
  `(staff_name collate "C" >= ${name} and staff_name collate "C" < ${name} || chr(1114111))`;

/** The SQL for a filter: conditions over numbered parameters, and their values. */
export function conditionsOf(filter: AuditEntryFilter): { readonly conditions: string[]; readonly values: unknown[] } {
  const conditions = ['true'];
  const values: unknown[] = [];
  const add = (condition: (parameter: string) => string, value: unknown): void => {
    if (value === null || value === undefined || value === '') return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(byName, filter.staffName);
  add(byBeginning, filter.nameBegins);
  add((p) => `action = ${p}`, filter.action);
  add((p) => `record_type = ${p}`, filter.recordType);
  add((p) => `record_id = ${p}`, filter.recordId);
  add((p) => `record_id = any(${p}::text[])`, filter.recordIds);
  add((p) => `record_id = any(${p}::text[])`, filter.ofHousehold);
  add((p) => `request_id = ${p}`, filter.requestId);
  add((p) => `recorded_at >= ${p}::timestamptz`, filter.from?.toISOString());
  add((p) => `recorded_at < ${p}::timestamptz`, filter.until?.toISOString());
  return { conditions, values };
}

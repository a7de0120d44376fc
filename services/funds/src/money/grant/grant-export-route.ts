import { z } from 'zod';
import { recordAudit, type Database } from '@nuangong/database';
import { refused, refusedBy, type FileRoutes } from '@nuangong/documents/serve';
import { mostExported, serveTable, tooManyToExport } from '@nuangong/documents/workbook';
import { localDateAt, problem } from '@nuangong/primitives';
import type { Table } from '@nuangong/spreadsheet';
import type { Transaction } from '../../builder.ts';
import { withinTransaction, type FileRequest } from '../../file-request.ts';
import { grantListStatuses } from './grant-enums.graphql.ts';
import { grantsOrder, grantsWhere, grantSorts, type AskedGrants } from './grant-list.ts';

const conditions = z.strictObject({
  status: z.enum(grantListStatuses).nullish(),
  campaignId: z.guid().nullish(),
  householdId: z.guid().nullish(),
  held: z.boolean().nullish(),
});

const asked = z.object({
  filter: z.string().max(2_000).default('{}').transform(readJson).pipe(conditions),
  sort: z.enum(grantSorts).optional(),
  descending: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
});

const columns = {
  payeeName: true,
  unitName: true,
  amountFen: true,
  status: true,
  approvedByName: true,
  approvedAt: true,
};

/** `GET /files/funds/grants.xlsx`: the whole list of grants as filtered and sorted, with its sum. */
export function addGrantExportRoute(files: FileRoutes, database: Database<Transaction>): void {
  files.serve('/files/funds/grants.xlsx', 'batch.read', async (request) => {
    const given = asked.safeParse(request.query);
    if (!given.success) return refused(400, filterUnknown());
    const found = await withinTransaction(database, request, (within) => readGrants(within, given.data));
    if ('problem' in found) return refusedBy([found.problem]);
    return serveTable('救助发放列表', grantTable(found.grants));
  });
}

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
}

/** The address names a filter that the list does not have. */
const filterUnknown = () =>
  problem('FILTER_UNKNOWN', {
    zh: '没有这样的筛选，从列表上重新导出',
    en: 'The list has no such filter. Export it again from the list.',
  });

async function readGrants({ tx, actor, requestId }: FileRequest, wanted: AskedGrants) {
  const where = grantsWhere(wanted.filter);
  const rows = await tx.grant.count({ where });
  if (rows > mostExported) return { problem: tooManyToExport(rows) };
  const grants = await tx.grant.findMany({ where, select: columns, orderBy: grantsOrder(wanted) });
  const entry = { action: 'list.export', recordType: 'GrantList', recordId: actor.organizationId } as const;
  await recordAudit(tx, { actor, requestId }, [{ ...entry, after: { entries: grants.length } }]);
  return { grants };
}

type ListedGrant = Extract<Awaited<ReturnType<typeof readGrants>>, { readonly grants: unknown }>['grants'][number];

const statusWords: Readonly<Record<string, string>> = {
  COMMITTED: '已占用',
  AWAITING_FUNDS: '待资金',
  IN_BATCH: '已编批次',
  PAID: '已发放',
  RELEASED: '已撤销',
};

function grantTable(grants: readonly ListedGrant[]): Table {
  const rows = grants.map((grant) => [
    grant.payeeName,
    grant.unitName,
    statusWords[grant.status] ?? grant.status,
    grant.amountFen,
    grant.approvedByName,
    localDateAt(grant.approvedAt),
  ]);
  const sum = grants.reduce((total, { amountFen }) => total + amountFen, 0n);
  return {
    sheetName: '救助发放列表',
    columns: [
      { heading: '领款人', format: 'text', width: 16 },
      { heading: '工作单位', format: 'text', width: 28 },
      { heading: '状态', format: 'text' },
      { heading: '金额（元）', format: 'yuan', width: 16 },
      { heading: '审批人', format: 'text', width: 16 },
      { heading: '审批日期', format: 'date' },
    ],
    rows: [...rows, ['合计', null, null, sum, null, null]],
  };
}

import { z } from 'zod';
import type { Actor } from '@nuangong/access';
import { identityOf, prismaSql, recordAudit } from '@nuangong/database';
import { isRefusal, refused, type FileRoutes } from '@nuangong/documents/serve';
import { mostExported, serveTable, tooManyToExport } from '@nuangong/documents/workbook';
import type { Table, TableValue } from '@nuangong/spreadsheet';
import type { RunningParts } from '../../running-parts.ts';
import { askedTable } from '../export/asked-table.ts';
import { tableNotFound } from '../statutory-table/table-problems.ts';
import { findTable } from '../statutory-table/table-request.ts';
import { nameOf, titleOf, voucherNumberOf, type CellFact } from './cell-record.ts';
import { approvalOf, findApprovals, listCellFacts, type Approvals } from './list-cell-records.ts';

const asked = askedTable.extend({ cell: z.string().max(100) });

/**
 * `GET /files/reporting/<form>/records.xlsx?cell=4C`: all records behind a cell, as the reader sees them. A search, which
 * may be a name, has no place in an address.
 */
export function addRecordExportRoute(files: FileRoutes, parts: RunningParts): void {
  files.serve('/files/reporting/:form/records.xlsx', 'report.read', async ({ actor, requestId, params, query }) => {
    const given = asked.safeParse({ ...query, form: params['form'] });
    if (!given.success) return refused(404, tableNotFound());
    const { cell } = given.data;
    const listed = await parts.database.transaction(identityOf(actor), async (tx) => {
      const found = await findTable(tx, actor, given.data, parts.clock());
      if (found.kind === 'BAD_PERIOD') return refused(400, ...found.problems);
      if (found.kind === 'NOT_FOUND') return refused(404, tableNotFound());
      const page = await listCellFacts(prismaSql(tx), found.table, cell, { skip: 0, take: mostExported });
      if (page.total > mostExported) return refused(400, tooManyToExport(page.total));
      await recordAudit(tx, { actor, requestId }, [
        {
          action: 'list.export',
          recordType: 'CellRecord',
          recordId: found.table.organization.id,
          after: { form: found.table.form.code, cell, entries: page.total },
        },
      ]);
      return { ...page, approvals: await findApprovals(tx, page.facts) };
    });
    if (isRefusal(listed)) return listed;
    return serveTable(`${given.data.form}-${cell}`, recordTable(listed, actor));
  });
}

function recordTable(
  listed: {
    readonly facts: readonly CellFact[];
    readonly approvals: Approvals;
    readonly sumAmountFen: bigint;
    readonly sumCount: bigint;
  },
  reader: Actor,
): Table {
  return {
    sheetName: '明细',
    columns: [
      { heading: '姓名或来源', format: 'text', width: 20 },
      { heading: '凭证号', format: 'text', width: 24 },
      { heading: '内容', format: 'text', width: 36 },
      { heading: '金额（元）', format: 'yuan', width: 16 },
      { heading: '数量', format: 'integer' },
      { heading: '日期', format: 'date' },
      { heading: '单位', format: 'text', width: 28 },
    ],
    rows: rowsOf(listed, reader),
  };
}

function* rowsOf(
  { facts, approvals, sumAmountFen, sumCount }: Parameters<typeof recordTable>[0],
  reader: Actor,
): Generator<readonly TableValue[]> {
  for (const fact of facts) {
    const approval = approvalOf(fact, approvals);
    yield [
      nameOf(fact, approval, reader) ?? null,
      voucherNumberOf(fact) ?? null,
      titleOf(fact, approval, reader).zh,
      fact.amountFen === 0n ? null : fact.amountFen,
      fact.count,
      fact.on,
      fact.organizationName,
    ];
  }
  yield ['合计', null, null, sumAmountFen, Number(sumCount), null, null];
}

import type { Database } from '@nuangong/database';
import { refusedBy, type FileRoutes } from '@nuangong/documents/serve';
import { serveOfficialList } from '@nuangong/documents/workbook';
import type { Transaction } from '../../builder.ts';
import { withinTransaction } from '../../file-request.ts';
import type { RunningParts } from '../../running-parts.ts';
import { batchRoster, findRosterHead } from './batch-roster.ts';

/** GET /files/funds/batches/:id/roster.xlsx: the real-name roster of a batch of any size, in official layout. */
export function addBatchRosterRoutes(
  files: FileRoutes,
  database: Database<Transaction>,
  { keyring, clock }: RunningParts,
): void {
  files.serve('/files/funds/batches/:id/roster.xlsx', 'voucher.read', async (asked) => {
    const head = await withinTransaction(database, asked, (request) => findRosterHead(request, asked.id));
    if (!head.ok) return refusedBy(head.problems);
    const list = batchRoster(head.value, clock(), keyring, (work) => withinTransaction(database, asked, work));
    return serveOfficialList(`实名制名册-${head.value.number}`, list);
  });
}

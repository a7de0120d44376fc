import { createReadStream } from 'node:fs';
import { valueOf } from '@nuangong/primitives';
import type { PoolClient } from 'pg';
import { storeFile } from '@nuangong/documents/store';
import { uploadRoster } from '../src/register/roster-import/upload-roster.ts';
import { clerk, startCaseRecords, type CaseRecordsService } from '../src/testing/case-records-service.ts';

/** The duration of an import in milliseconds, and the memory it needed. */
export interface ImportedRoster {
  /** Reading the workbook into staged rows. */
  readonly staging: number;
  /** From staged rows to registered households, in total; `statements` is the part spent waiting for the database. */
  readonly importing: number;
  readonly statements: number;
  /** Peak memory of the whole process, including the running service. */
  readonly peakMegabytes: number;
  readonly accepted: number;
  /** The database's URL as its owner; the database is kept until the process is stopped. */
  readonly ownerUrl: string;
}

/**
 * Runs as a separate process: starts the service, imports the roster named on its command line, reports to its parent,
 * and stops when told to.
 */
const [, , file = ''] = process.argv;
const service = await startCaseRecords();
const told = await importRoster(service, file);
process.once('message', () => void service.stop().then(() => process.disconnect()));
process.send?.(told);

async function importRoster(running: CaseRecordsService, path: string): Promise<ImportedRoster> {
  const { parts, databases, command, inspect } = running;
  const stored = await storeFile(parts.files, createReadStream(path), () => false);
  if (stored === undefined) throw new Error('the roster is not stored');
  const beforeStaging = performance.now();
  const upload = { actor: clerk, requestId: 'bench', fileName: 'roster.xlsx', stored };
  const importId = valueOf(await uploadRoster(parts, upload));
  await parts.background.idle();
  const staging = performance.now() - beforeStaging;
  await inspect('vacuum analyze');
  await inspect('checkpoint');
  const waited = timeStatements(parts.database.pool);
  const beforeImport = performance.now();
  const { problems } = await command(clerk, 'startRosterImport', { importId }, 'rosterImport { status }');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  await parts.background.idle();
  const importing = performance.now() - beforeImport;
  const [roster] = await inspect<{ accepted: number }>('select accepted from roster_import where id = $1', [importId]);
  return {
    staging,
    importing,
    statements: waited(),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    accepted: roster?.accepted ?? 0,
    ownerUrl: databases.ownerUrl,
  };
}

/**
 * Sums the time of all further statements, from sending to answer; returns a function that reads it in milliseconds.
 */
function timeStatements(pool: CaseRecordsService['parts']['database']['pool']): () => number {
  let sum = 0;
  const timed = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (timed.has(client)) return;
    timed.add(client);
    const send = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    Object.assign(client, {
      query: (...parameters: unknown[]) => {
        const began = performance.now();
        const answer = send(...parameters);
        if (answer instanceof Promise)
          void answer.then(
            () => (sum += performance.now() - began),
            () => undefined,
          );
        return answer;
      },
    });
  });
  return () => sum;
}

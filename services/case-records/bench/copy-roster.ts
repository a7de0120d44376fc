import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@nuangong/database/testing';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';

/**
 * The tables an import writes, ordered so that referenced rows come first. Dibao lines and the import itself exist
 * before it begins.
 */
const there = ['dibao_line', 'roster_import', 'roster_sheet'];
const written = [
  'identity',
  'person',
  'household',
  'household_member',
  'household_version',
  'case_file_counter',
  'case_file',
  'case_file_step',
  'roster_row',
];

/** Writes the rows of an imported roster to files, in PostgreSQL's text format. */
export async function keepRows(ownerUrl: string, folder: string): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    for (const table of [...there, ...written]) {
      await pipeline(owner.query(to(`copy ${table} to stdout`)), createWriteStream(join(folder, table)));
    }
  });
}

/**
 * Copies the saved rows into a fresh database with the service's tables, including every index, foreign key, check and
 * trigger that an import meets: one transaction, one COPY per table. Returns milliseconds.
 */
export async function copyRows(folder: string): Promise<number> {
  const serviceDirectory = fileURLToPath(new URL('..', import.meta.url));
  const database = await createTestDatabase({ serviceDirectory, serviceRole: 'nuangong_case_records' });
  try {
    return await withClient(database.ownerUrl, async (owner) => {
      for (const table of there) await copyTable(owner, folder, table);
      await owner.query('vacuum analyze');
      await owner.query('checkpoint');
      const began = performance.now();
      await owner.query('begin');
      for (const table of written) await copyTable(owner, folder, table);
      await owner.query('commit');
      return performance.now() - began;
    });
  } finally {
    await database.drop();
  }
}

async function copyTable(owner: Client, folder: string, table: string): Promise<void> {
  const rows = createReadStream(join(folder, table), { highWaterMark: 1 << 18 });
  await pipeline(rows, owner.query(from(`copy ${table} from stdin`)));
}

async function withClient<T>(url: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

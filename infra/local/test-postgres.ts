import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * vitest's global set-up of the `int` project: leaves `NUANGONG_TEST_POSTGRES` (a superuser's URL) as it is if set,
 * otherwise starts an embedded PostgreSQL in a temporary directory, names it there, and removes it afterwards.
 */
export default async function provideTestPostgres(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['NUANGONG_TEST_POSTGRES']) return undefined;
  const { startPostgres } = await import('./postgres.ts');
  const directory = await mkdtemp(join(tmpdir(), 'nuangong-test-'));
  await chmod(directory, 0o755);
  const server = await startPostgres({
    dataDirectory: join(directory, 'postgres'),
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
  });
  process.env['NUANGONG_TEST_POSTGRES'] = server.url;
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

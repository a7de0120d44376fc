import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serviceFolder, serviceNames } from './layout.ts';
import { run } from './run.ts';

/**
 * Loads the demonstration city: each service that has some of its data loads it into its own database, in the order
 * in which they build on each other, and leaves a database alone that has data.
 */
const owners = JSON.parse(process.env['OWNER_DATABASE_URLS'] ?? '{}') as Readonly<Record<string, string>>;

for (const name of serviceNames) {
  const script = join(serviceFolder(name), 'src', 'load-demonstration.ts');
  const owner = owners[name];
  if (owner === undefined || !existsSync(script)) continue;
  const { code, output } = await run(process.execPath, [script], { environment: { DATABASE_OWNER_URL: owner } });
  if (code !== 0) {
    process.stderr.write(`${name}: ${output}\n`);
    process.exit(1);
  }
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serviceFolder, type ServiceName } from './layout.ts';

/** What a service's `src/load-demonstration.ts` exports: loads the service's own part, and leaves existing records. */
type Loader = { readonly loadDemonstration: (ownerUrl: string, at: Date) => Promise<void> };

/**
 * Loads the demonstration city into the databases that `OWNER_DATABASE_URLS` names by service, in parallel: each
 * service loads only its own database. One process for all, since most of the time goes into starting a process.
 */
const owners = Object.entries(JSON.parse(process.env['OWNER_DATABASE_URLS'] ?? '{}') as Record<ServiceName, string>);
const at = new Date();

const outcomes = await Promise.allSettled(
  owners.map(async ([name, ownerUrl]) => {
    const script = join(serviceFolder(name as ServiceName), 'src', 'load-demonstration.ts');
    const loader = (await import(pathToFileURL(script).href)) as Loader;
    await loader.loadDemonstration(ownerUrl, at);
  }),
);
for (const [place, outcome] of outcomes.entries()) {
  if (outcome.status === 'fulfilled') continue;
  const reason: unknown = outcome.reason;
  process.stderr.write(`${owners[place]?.[0]}: ${reason instanceof Error ? reason.stack : String(reason)}\n`);
  process.exitCode = 1;
}

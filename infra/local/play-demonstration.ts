import { join } from 'node:path';
import { Explained } from './explained.ts';
import { notePlaying } from './half-played.ts';
import { inDatabase } from './in-database.ts';
import { root, type ServiceName } from './layout.ts';
import type { Progress } from './progress.ts';
import { run } from './run.ts';
import { environmentOfService, type Installation } from './services.ts';

const player = join(root, 'infra', 'demonstration', 'src', 'main.ts');
const working: readonly ServiceName[] = ['case-records', 'funds', 'employment-legal', 'reporting'];

/**
 * Plays last winter and this one in a demonstration city without households; one with households is left as it is. Runs
 * before the services do, so that it is the only one that works. Stopped half-way, the next start begins anew
 * (`dropHalfPlayed`).
 */
export async function playDemonstration(installation: Installation, progress: Progress): Promise<void> {
  const { databases } = installation;
  if (await hasHouseholds(databases.owner('case-records'))) return;
  await progress.step('演示数据：两个冬季的工作', 'the work of two winters is there', async () => {
    const services = working.map((name) => [name, environmentOfService(name, 'http://127.0.0.1:0', installation, {})]);
    const demonstration = {
      services: Object.fromEntries(services),
      identityUrl: databases.service('identity'),
      identityOwnerUrl: databases.owner('identity'),
    };
    await notePlaying(databases.events, true);
    const result = await run(process.execPath, ['--disable-warning=ExperimentalWarning', player], {
      environment: {
        DEMONSTRATION: JSON.stringify(demonstration),
        NODE_COMPILE_CACHE: join(installation.place.directory, 'compiled'),
      },
    });
    if (result.code !== 0)
      throw new Explained('演示数据装不进去：', 'The demonstration data could not be loaded:', result.output);
    await notePlaying(databases.events, false);
  });
}

function hasHouseholds(ownerUrl: string): Promise<boolean> {
  return inDatabase(ownerUrl, async (client) => (await client.query('select from household limit 1')).rowCount !== 0);
}

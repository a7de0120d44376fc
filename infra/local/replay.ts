import { createDatabases } from './databases.ts';
import { readEventsEngine, withEventsOf } from './events-engine.ts';
import { Explained } from './explained.ts';
import { scriptsOf, serviceFolder } from './layout.ts';
import { choosePlace } from './place.ts';
import { progressTo } from './progress.ts';
import { run } from './run.ts';
import { keepSecrets } from './secrets.ts';
import { withServerOf } from './server-of-place.ts';

/** `./nuangong replay`: has the reporting service delete its facts and make them again from all kept events. */
export async function replay(data: string | undefined): Promise<number> {
  const progress = progressTo(process.stdout);
  const folder = serviceFolder('reporting');
  if (scriptsOf(folder)['replay'] === undefined) {
    throw new Explained('统计服务没有 replay 脚本。', 'The reporting service has no replay script.');
  }
  const place = choosePlace(data, progress);
  const secrets = keepSecrets(place.directory);
  return withServerOf(place, progress, async (superuserUrl) => {
    const databases = await createDatabases(superuserUrl, secrets);
    const engine = readEventsEngine(place) ?? { engine: 'embedded' };
    const addresses = { DATABASE_URL: databases.service('reporting'), EVENTS_DATABASE_URL: databases.events };
    return withEventsOf(place, engine, async (events) => {
      const result = await progress.step('重放全部事件', 'replayed all events', () =>
        run(process.execPath, ['--run', 'replay'], { folder, show: true, environment: { ...addresses, ...events } }),
      );
      return result.code;
    });
  });
}

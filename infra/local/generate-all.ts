import { generateClients, printSchemas } from './generate.ts';
import { progressTo } from './progress.ts';

/** `./nuangong generate`: clients and types where inputs changed, every printed schema, the supergraph,
 * the console's operations. */
export async function generate(): Promise<number> {
  const progress = progressTo(process.stdout);
  await generateClients(progress);
  const changed = await printSchemas(progress);
  if (changed.length > 0) progress.say(`内容有变：${changed.join('、')}`, `changed: ${changed.join(', ')}`);
  else progress.say('全部是最新', 'everything is up to date');
  return 0;
}

import { buildConsole } from './console.ts';
import { generateClients } from './generate.ts';
import { progressTo } from './progress.ts';

/** Generates the clients and builds the console, for an image: what the first `./nuangong start` does. */
const progress = progressTo(process.stdout);
await generateClients(progress);
await buildConsole(progress);

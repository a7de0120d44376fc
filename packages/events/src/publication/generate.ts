import { publishFiles } from './published-files.ts';

/** `pnpm --filter @nuangong/events generate` */
await publishFiles();

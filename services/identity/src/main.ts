import { z } from 'zod';
import { runService } from '@nuangong/service';
import { defineIdentity } from './definition.ts';

const settings = z.object({ TOKEN_SIGNING_KEY: z.string().min(1), PUBLIC_ORIGIN: z.string().default('') });
const { TOKEN_SIGNING_KEY, PUBLIC_ORIGIN } = settings.parse(process.env);

await runService(
  await defineIdentity({ signingKey: TOKEN_SIGNING_KEY, secureCookies: PUBLIC_ORIGIN.startsWith('https:') }),
);

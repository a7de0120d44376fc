import { z } from 'zod';
import { readServiceEnvironment } from '@nuangong/service';
import { openCity, workingServices } from './city-at-work.ts';
import { playCity } from './play-city.ts';

/** What `DEMONSTRATION` carries: the environment of each service as it will run, and identity's database. */
const addresses = z.object({
  services: z.record(z.enum(workingServices), z.record(z.string(), z.string())),
  identityUrl: z.string(),
  identityOwnerUrl: z.string(),
});

const now = new Date();
const { services, ...identity } = addresses.parse(JSON.parse(process.env['DEMONSTRATION'] ?? '{}'));
const environment = (name: (typeof workingServices)[number]) =>
  readServiceEnvironment({ ...services[name], LOG_LEVEL: 'warn' });
const city = await openCity(
  {
    ...identity,
    services: {
      'case-records': environment('case-records'),
      funds: environment('funds'),
      'employment-legal': environment('employment-legal'),
      reporting: environment('reporting'),
    },
  },
  now,
);
await playCity(city, now);
await city.stop();
const { user, system } = process.cpuUsage();
process.stdout.write(`${((user + system) / 1e6).toFixed(1)} s\n`);
// The transports that the services would use were never started, and hold the process.
process.exit(0);

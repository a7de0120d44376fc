import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { attack, type Finding } from './attack.ts';
import { openCity, type AttackedCity } from './city/open-city.ts';
import type { Leak } from './judge.ts';
import { sabotages, type Sabotage, type SabotageName } from './sabotage/sabotages.ts';

const mostQueries = 4_000;

/** Removes one protection from a separate city and attacks it; returns the first finding, if any. */
export async function prove(name: SabotageName, folder: string, seed: number): Promise<Finding | undefined> {
  return withPreload(name, async () => {
    const city = await openCity(join(folder, name));
    try {
      await takeAway(sabotages[name], city);
      const { foundAs } = sabotages[name];
      const { findings } = await attack(city, {
        queries: mostQueries,
        seed,
        until: ({ leaks }) => shows(leaks, foundAs),
      });
      return findings.find(({ leaks }) => shows(leaks, foundAs));
    } finally {
      await city.system.stop();
    }
  });
}

const shows = (leaks: readonly Leak[], why: Leak['why']): boolean => leaks.some((leak) => leak.why === why);

async function takeAway({ by }: Sabotage, { system }: AttackedCity): Promise<void> {
  if (by.kind !== 'SQL') return;
  const owner = new Client({ connectionString: system.installation.databases.owner(by.service) });
  await owner.connect();
  try {
    await owner.query(by.sql);
  } finally {
    await owner.end();
  }
}

/** Services that start during `work` inherit the environment, and with it the change of their text. */
async function withPreload<T>(name: SabotageName, work: () => Promise<T>): Promise<T> {
  const kept = process.env['NODE_OPTIONS'];
  const preload = pathToFileURL(join(import.meta.dirname, 'sabotage', 'preload.ts')).href;
  process.env['NODE_OPTIONS'] = `${kept ?? ''} --import=${preload}`.trim();
  process.env['NUANGONG_ATTACK_SABOTAGE'] = name;
  try {
    return await work();
  } finally {
    delete process.env['NUANGONG_ATTACK_SABOTAGE'];
    if (kept === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = kept;
  }
}

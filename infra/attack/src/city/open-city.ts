import { Client } from 'pg';
import type { Role } from '@nuangong/access';
import { staff } from '@nuangong/demonstration-city';
import { freePort, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { doMainJob, sessionWith, until, type Session } from '@nuangong/main-job';
import { arrangeCounty } from './arrange-county.ts';
import type { Secret } from '../judge.ts';
import { attackersOf, type Attacker } from './attacker.ts';

/** The two counties: each has data that the other must not see. */
export const counties = [
  { code: '510102', path: '51/5101/510102/', clerk: 'linjiang-clerk', mark: '临江记' },
  { code: '510101', path: '51/5101/510101/', clerk: 'qinghe-clerk', mark: '青禾记' },
] as const;

/** A running city whose two counties attack each other. */
export type AttackedCity = {
  readonly system: RunningSystem;
  readonly attackers: readonly Attacker[];
  /** Enters one county's data; the second county also does its whole main job. */
  readonly arrange: (county: 0 | 1) => Promise<readonly Secret[]>;
};

/** Starts a whole system in a folder, with tokens for every role of the two counties. */
export async function openCity(data: string): Promise<AttackedCity> {
  const system = await startSystem({ data, port: await freePort(), kafka: false, progress: quietProgress });
  try {
    const codes = counties.map(({ code }) => code);
    const { secrets, databases } = system.installation;
    const staffIds = await staffIdsIn(databases.owner('identity'));
    const attackers = await attackersOf(codes, secrets.tokenSigningKey, staffIds);
    await campaignAsksForTables(databases.owner('reporting'));
    const arrange = async (place: 0 | 1) => {
      const county = counties[place];
      const asRole = (role: Role) => sessionOf(system.url, attackers, county.path, role);
      if (place === 1) await doMainJob(system.url);
      return [
        ...(await arrangeCounty(system.url, county, asRole)),
        ...(await payeesOf(databases.owner('funds'), county.path)),
      ];
    };
    return { system, attackers, arrange };
  } catch (error) {
    await system.stop();
    throw error;
  }
}

function sessionOf(url: string, attackers: readonly Attacker[], path: string, role: Role): Session {
  const attacker = attackers.find((one) => one.scope === path && one.role === role);
  if (attacker?.authorization === undefined) throw new Error(`nobody is ${role} at ${path}`);
  return sessionWith(url, `${role} ${path}`, attacker.authorization.replace('Bearer ', ''));
}

/**
 * Waits until the campaigns under way ask both counties for their tables: that happens within a minute of the start, and
 * changes what a county is answered though nobody did anything.
 */
async function campaignAsksForTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await until(
      'the campaign’s tables due',
      async () => {
        const { rows } = await client.query<{ missing: number }>(
          `select count(*)::int as missing from campaigns_with_tables(current_date) c, unnest($1::text[]) as path
           where path ^@ c.organization_path and not exists (
             select from obligation o where o.kind = 'TABLE_DUE' and o.record_id = c.id and o.organization_path = path)`,
          [counties.map(({ path }) => path)],
        );
        return rows[0]?.missing === 0 ? { done: true } : { state: rows };
      },
      150_000,
    );
  } finally {
    await client.end();
  }
}

/** The names of people who were paid; names of two characters are left out if they may be part of another word. */
async function payeesOf(url: string, path: string): Promise<readonly Secret[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select distinct payee_name as name from aid_grant where organization_path = $1 and length(payee_name) > 2`,
      [path],
    );
    const names = rows.map(({ name }) => name).filter((name) => staff.every((one) => one.name !== name));
    return names.map((text) => ({ text, scope: path, kind: 'PERSON' }));
  } finally {
    await client.end();
  }
}

async function staffIdsIn(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ username: string; id: string }>('select username, id from staff');
    return new Map(rows.map(({ username, id }) => [username, id]));
  } finally {
    await client.end();
  }
}

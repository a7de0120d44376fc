import { createDatabase, loadingWaitMs } from '@nuangong/database';
import { city, unitsBelowCity } from '@nuangong/demonstration-city';
import { Client } from 'pg';
import type { Transaction } from './builder.ts';
import { loadDemonstrationCampaign } from './aid/campaign/demonstration.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { issueReadyPolicies } from './policy/policy/issue-ready-policies.ts';

/**
 * Sets the dibao lines of the demonstration city's counties and industry unions, opens the winter campaign and issues
 * the ready-made policies. Existing records are kept.
 */
export async function loadDemonstration(ownerUrl: string, at: Date): Promise<void> {
  await loadDibaoLines(ownerUrl);
  await loadCampaign(ownerUrl, at);
  await issueReadyPolicies(ownerUrl, city, at);
}

/** The dibao line of every county and industry union: 560 yuan per head and month from 2026-01-01, margin 1.5. */
async function loadDibaoLines(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('nuangong.scope', $1, true)`, [city.path]);
    await client.query(
      `insert into dibao_line (organization_path, organization_id, organization_name, valid_from,
         monthly_per_capita_fen, margin_factor, set_by, set_at, begun_at)
       select l.path, l.id, l.name, '2026-01-01', 56000, 1.5, '00000000-0000-7000-8000-000000000000',
         '2025-12-20T08:00:00+08', '2026-01-01T00:00:00+08'
       from jsonb_to_recordset($1::jsonb) as l(path text, id uuid, name text)
       on conflict on constraint dibao_line_one_a_day do nothing`,
      [JSON.stringify(unitsBelowCity)],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function loadCampaign(ownerUrl: string, at: Date): Promise<void> {
  const database = createDatabase<Transaction>({
    url: ownerUrl,
    connect: (adapter) => new PrismaClient({ adapter }),
    connections: 1,
    connectionWaitMs: loadingWaitMs,
  });
  try {
    await database.withoutIdentity((tx) => loadDemonstrationCampaign(tx, at));
  } finally {
    await database.stop();
  }
}

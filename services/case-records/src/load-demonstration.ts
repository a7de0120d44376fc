import { createDatabase } from '@nuangong/database';
import { Client } from 'pg';
import type { Transaction } from './builder.ts';
import { loadDemonstrationCampaign } from './campaign/demonstration.ts';
import { PrismaClient } from './generated/prisma/client.ts';

const cityCode = '5101';

/** The id of an organisation of the demonstration city by its code. */
function organizationId(code: string): string {
  return `00000000-0000-7000-8000-${code.replaceAll('-', '').padStart(12, '0')}`;
}

const names = [
  '青禾县总工会', '临江县总工会', '云岭县总工会', '安和区总工会', '石桥县总工会', '白鹭县总工会',
  '长宁区总工会', '松溪县总工会', '金沙县总工会', '龙泉区总工会', '平湖县总工会', '望江区总工会',
  '永康县总工会', '新津区总工会', '太和县总工会', '凤凰县总工会', '清源县总工会', '大邑县总工会',
  '彭溪县总工会', '广原县总工会', '南屏区总工会', '北川县总工会', '双河县总工会',
];

/** The counties of the demonstration city: path, id and name of each. */
const demonstrationCounties = names.map((name, place) => {
  const code = `${cityCode}${String(place + 1).padStart(2, '0')}`;
  return { path: `51/${cityCode}/${code}/`, id: organizationId(code), name };
});

/** Puts the dibao line of every county: 560 yuan per head and month from 2026-01-01, margin 1.5. Idempotent. */
async function loadDibaoLines(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('nuangong.scope', '51/', true)`);
    const { rowCount } = await client.query(
      `insert into dibao_line (organization_path, organization_id, organization_name, valid_from,
         monthly_per_capita_fen, margin_factor, set_by, set_at)
       select l.path, l.id, l.name, '2026-01-01', 56000, 1.5, '00000000-0000-7000-8000-000000000000',
         '2025-12-20T08:00:00+08'
       from jsonb_to_recordset($1::jsonb) as l(path text, id uuid, name text)
       on conflict on constraint dibao_line_one_a_day do nothing`,
      [JSON.stringify(demonstrationCounties)],
    );
    await client.query('commit');
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** Issues the county winter policy and opens the winter campaign. Idempotent. */
async function loadCampaign(databaseUrl: string): Promise<void> {
  const database = createDatabase<Transaction>({
    url: databaseUrl,
    connect: (adapter) => new PrismaClient({ adapter }) as never,
  });
  try {
    const opening = demonstrationCounties.map(({ id, path, name }) => ({
      organizationId: id,
      organizationPath: path,
      organizationName: name,
    }));
    await database.withoutIdentity((tx) => loadDemonstrationCampaign(tx, opening, new Date()));
  } finally {
    await database.stop();
  }
}

const url = process.env['DATABASE_OWNER_URL'];
if (url === undefined) {
  process.stderr.write('DATABASE_OWNER_URL must name the database of case-records, as its owner\n');
  process.exitCode = 1;
} else {
  const added = await loadDibaoLines(url);
  await loadCampaign(url);
  process.stdout.write(`case-records: ${added} dibao lines added, the winter campaign is open\n`);
}

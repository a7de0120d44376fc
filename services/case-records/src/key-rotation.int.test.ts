import { afterAll, beforeAll, expect, test } from 'vitest';
import { masterKeys, readKey, readSealedColumns, rotateDataKey } from '@nuangong/sealing';
import { Client } from 'pg';
import {
  clerk,
  householdInput,
  identityNumber,
  registerHouseholds,
  startCaseRecords,
  winterRoster,
  type CaseRecordsService,
} from './testing/case-records-service.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

const rotation = () => ({
  service: 'case-records',
  ownerUrl: service.databases.ownerUrl,
  masters: masterKeys(readKey(service.service.environment.FIELD_KEY, 'FIELD_KEY')),
  cipher: 'AES256GCM' as const,
});

const writtenOf = `query($id: ID!) { household(id: $id) { remark members { relation health }
  head { id maskedPhone } versions { state } caseFile { version } } }`;
interface Written {
  readonly household: {
    readonly remark: string | null;
    readonly members: readonly { readonly relation: string; readonly health: string | null }[];
    readonly head: { readonly id: string };
    readonly versions: readonly { readonly state: { readonly remark: string | null } }[];
    readonly caseFile: { readonly version: number };
  };
}

/** Changes the remark and a member's health repeatedly and reads each back immediately; returns the last text. */
async function changeAndRead(householdId: string, until: () => boolean): Promise<string> {
  let last = '';
  for (let round = 0; !until(); round += 1) {
    const { household } = await service.ask<Written>(clerk, writtenOf, { id: householdId });
    expect(household.remark ?? '').toBe(last);
    last = `第${round}次`;
    const { problems } = await service.command(
      clerk,
      'changeHousehold',
      {
        ...change,
        householdId,
        version: household.caseFile.version,
        why: '情况变化',
        remark: last,
        members: [{ name: '周小明', relation: '子', health: `病情${round}` }],
      },
      'household { id }',
    );
    expect(problems).toEqual([]);
  }
  return last;
}

const {
  headName: _,
  identityNumber: __,
  phone: ___,
  bankAccount: ____,
  ...change
} = householdInput(0) as Record<string, unknown>;

const unmaskPhone = `mutation($input: UnmaskNumberInput!) { unmaskPhone(input: $input) { value problems { code } } }`;

/** Reads households and their telephones until told to stop; returns the number of readings. */
async function readAll(householdIds: readonly string[], until: () => boolean): Promise<number> {
  let readings = 0;
  while (!until()) {
    for (const id of householdIds) {
      const { household } = await service.ask<Written>(clerk, writtenOf, { id });
      const input = { personId: household.head.id, reason: '核对电话' };
      const { unmaskPhone: shown } = await service.ask<{ unmaskPhone: { value: string } }>(clerk, unmaskPhone, {
        input,
      });
      expect(shown.value).toBe('18586594364');
      readings += 1;
    }
  }
  return readings;
}

async function textsByKey(): Promise<Readonly<Record<string, number>>> {
  const owner = new Client({ connectionString: service.databases.ownerUrl });
  await owner.connect();
  try {
    const counts: Record<string, number> = {};
    for (const { table, column } of await readSealedColumns(owner)) {
      const { rows } = await owner.query<{ key: string; texts: string }>(
        `select split_part("${column}", '.', 2) as key, count(*) as texts from "${table}" where "${column}" ~ '^v2[.]' group by 1`,
      );
      for (const { key, texts } of rows) counts[key] = (counts[key] ?? 0) + Number(texts);
    }
    return counts;
  } finally {
    await owner.end();
  }
}

test('when keys change while households are registered, changed and read, no read fails and no change is lost', async () => {
  const made = await registerHouseholds(
    service,
    clerk,
    Array.from({ length: 12 }, (_, serial) => serial + 1),
  );
  const ids = made.map(({ householdId }) => householdId);
  const content = await winterRoster();
  const uploaded = await service.upload(clerk, '/files/case-records/rosters', { name: '花名册.xlsx', content });
  const { importId } = (await uploaded.json()) as { importId: string };
  await service.parts.background.idle();
  await service.command(clerk, 'startRosterImport', { importId }, 'rosterImport { id }');
  await service.parts.background.idle();
  const over = new AbortController();
  const until = () => over.signal.aborted;
  const changed = ids.slice(0, 4);
  const writers = changed.map((id) => changeAndRead(id, until));
  const readers = [readAll(ids.slice(4, 8), until), readAll(ids.slice(8), until)];
  let serial = 1000;
  const registering = (async () => {
    while (!until()) {
      serial += 1;
      await registerHouseholds(service, { ...clerk, staffId: crypto.randomUUID() }, [serial]);
    }
  })();
  const work = Promise.all([...writers, ...readers, registering]);
  work.catch(() => undefined);
  let batches = 0;
  const dying = rotateDataKey({
    ...rotation(),
    rowsAtOnce: 20,
    afterBatch: () => {
      batches += 1;
      if (batches === 5) throw new Error('the process dies');
    },
  });
  await expect(dying).rejects.toThrow('the process dies');
  const done = await rotateDataKey({ ...rotation(), rowsAtOnce: 20 });
  expect(done).toMatchObject({ keyId: 2, retired: [1] });
  expect(done.sealed).toBeGreaterThan(100);
  over.abort();
  await work;
  const lastWords = await Promise.all(writers);
  for (const [at, id] of changed.entries()) {
    const { household } = await service.ask<Written>(clerk, writtenOf, { id });
    expect(household.remark).toBe(lastWords[at]);
    expect(household.versions[0]?.state.remark).toBe(lastWords[at]);
    expect(household.versions).toHaveLength(household.caseFile.version);
  }
  const [one = 0, other = 0] = await Promise.all(readers);
  expect(one + other).toBeGreaterThan(20);
  const byKey = await textsByKey();
  expect(Object.keys(byKey)).toEqual(['2']);
  expect(serial).toBeGreaterThan(1005);
}, 120_000);

test('no table of the service has a person’s number or sensitive text in plain', async () => {
  const [words, identity, account, phone] = [
    [identityNumber(1), '18586594364', '6274408500258298525', '病情0', '第0次', '情况变化'].join('|'),
    String.raw`\m[1-9]\d{16}[\dXx]\M`,
    String.raw`\m\d{16,19}\M`,
    String.raw`\m1[3-9]\d{9}\M`,
  ];
  const tables = await service.inspect<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const [seen] = await service.inspect<{ seen: boolean }>(
    `select '(王,510101197501010012)' ~ $1 and '("6274408500258298525")' ~ $2 and '{"p": "13900001111"}' ~ $3 as seen`,
    [identity, account, phone],
  );
  expect(seen?.seen).toBe(true);
  for (const { name } of tables) {
    const found = await service.inspect<{ row: string }>(
      `select left(t::text, 600) as row from ${name} t where t::text ~ $1 or t::text ~ $2 or t::text ~ $3 or t::text ~ $4 limit 3`,
      [words, identity, account, phone],
    );
    expect([name, found]).toEqual([name, []]);
  }
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demonstrationPassword, staff } from '@nuangong/demonstration-city';
import { freePort, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { openWorkbook, textOf } from '@nuangong/spreadsheet';
import { doMainJob, type MainJobOutcome } from './main-job.ts';
import { signIn, type Session } from './session.ts';

const head = {
  headName: '欧阳拾穗',
  identityNumber: '510101197803070031',
  phone: '18586594364',
  bankAccount: '6274408500258298525',
};
const wrongPassword = 'Not-the-password-2026';
const reason = '核对发放名单中的身份证号';

let system: RunningSystem;
let folder: string;
let done: MainJobOutcome;
let clerk: Session;
let finance: Session;
/** The addresses of all requests. */
const addresses: string[] = [];

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'trace');
  folder = await mkdtemp(join(tmpdir(), 'nuangong-logs-'));
  system = await startSystem({ data: folder, port: await freePort(), kafka: false, progress: quietProgress });
  const ask = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    addresses.push(input instanceof Request ? input.url : String(input));
    return ask(input, init);
  });
  done = await doMainJob(system.url);
  clerk = await signIn(system.url, 'qinghe-clerk');
  finance = await signIn(system.url, 'qinghe-finance');
  await signIn(system.url, 'qinghe-clerk', wrongPassword).catch(() => undefined);
  await doWhatPeopleDo();
  await doWhatGoesWrong();
}, 300_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

const household = 'household { id head { id name } caseFile { id } }';

/** Registering, finding, unmasking, adding evidence, exporting. */
async function doWhatPeopleDo(): Promise<void> {
  const input = { ...head, declaredSize: 2, monthlyIncomePerCapita: '300.00', causes: ['MAJOR_ILLNESS'] };
  const made = await clerk.command<{ household: { head: { id: string }; caseFile: { id: string } } }>(
    `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { problems { code message } ${household} } }`,
    input,
  );
  for (const filter of [{ identityNumber: head.identityNumber }, { search: head.headName }]) {
    const { households } = await clerk.ask<{ households: { total: number } }>(
      'query ($filter: HouseholdFilter) { households(filter: $filter) { total items { head { name } } } }',
      { filter },
    );
    expect(households.total).toBe(1);
  }
  const unmasked = await clerk.ask<{ unmaskIdentity: { problems: object[] } }>(
    'mutation ($input: UnmaskIdentityInput!) { unmaskIdentity(input: $input) { problems { code } value } }',
    { input: { personId: made.household.head.id, reason } },
  );
  expect(unmasked.unmaskIdentity.problems).toHaveLength(0);
  const form = new FormData();
  form.set('kind', 'DIAGNOSIS');
  form.set('file', new Blob(['%PDF-1.7\n%%EOF\n']), `${head.headName}-${head.identityNumber}.pdf`);
  const sent = await fetch(`${system.url}/files/case-records/case-files/${made.household.caseFile.id}/evidence`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clerk.accessToken}` },
    body: form,
  });
  expect(sent.status).toBe(201);
  for (const file of ['payment-file.csv', 'payment-file.xlsx', 'vouchers.pdf?from=1&to=3']) {
    expect((await finance.download(`/files/funds/batches/${done.batchId}/${file}`)).status).toBe(200);
  }
}

const noText = '\u0000';

/** Unexpected requests, each with a person's data in it. */
async function doWhatGoesWrong(): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${clerk.accessToken}` };
  const post = (path: string, body: string) => fetch(system.url + path, { method: 'POST', headers, body });
  const ask = (query: string, variables: object) => post('/graphql', JSON.stringify({ query, variables }));
  const register = `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { problems { code } ${household} } }`;
  const input = { ...head, declaredSize: 2, monthlyIncomePerCapita: '300.00', causes: ['MAJOR_ILLNESS'] };
  await ask(register, { input: { ...input, identityNumber: '510101197803070038' } });
  await ask(register, { input: { ...input, headName: `${head.headName}${noText}` } });
  await ask(register, { input: { ...input, remark: `${head.identityNumber}${noText}` } });
  await ask(register, { input: { ...input, declaredSize: head.identityNumber } });
  await ask('query ($filter: HouseholdFilter) { households(filter: $filter) { total } }', {
    filter: { search: `${head.headName}${noText}`, identityNumber: head.identityNumber },
  });
  await ask(`{ households(filter: { search: "${head.headName}" ) { total } }`, {});
  await ask(`{ household(id: "${head.identityNumber}") { id } }`, {});
  await post('/graphql', `{"query": "${head.identityNumber}`);
  await post('/auth/sign-in', `{"username": "${head.headName}", "password": "${wrongPassword}`);
  await post('/files/case-records/rosters', head.identityNumber);
  await finance.download(
    `/files/funds/batches/${encodeURIComponent(head.headName)}/payment-file.csv?bank=${head.bankAccount}`,
  );
}

test('no log contains a person’s name or number, a password or a token, at the most detailed level', async () => {
  const { logs: directory, postgres } = system.installation.place;
  const logs = await readLogs([...(await readdir(directory)).map((name) => join(directory, name)), `${postgres}.log`]);
  expect(logs.length).toBeGreaterThan(6);
  const secrets = await secretsOf();
  expect(secrets.length).toBeGreaterThan(1_000);
  const told = logs.flatMap(({ file, text }) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${file}: ${lineWith(text, secret)}`),
  );
  expect(told).toEqual([]);
  expect(logs.map(({ text }) => text).join('').length).toBeGreaterThan(10_000);
});

test('no requested address contains them either', async () => {
  const secrets = await secretsOf();
  const asked = addresses.filter((address) => !address.includes('?bank=')).map(decodeURIComponent);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((address) => secrets.some((secret) => address.includes(secret)))).toEqual([]);
});

interface Log {
  readonly file: string;
  readonly text: string;
}

function readLogs(files: readonly string[]): Promise<readonly Log[]> {
  return Promise.all(files.map(async (file) => ({ file: basename(file), text: await readFile(file, 'utf8') })));
}

const lineWith = (text: string, secret: string): string =>
  text
    .split('\n')
    .find((line) => line.includes(secret))
    ?.slice(0, 400) ?? '';

/** Names of the city's staff and of the households, their numbers, passwords and tokens. */
async function secretsOf(): Promise<readonly string[]> {
  const own = [...Object.values(head), wrongPassword, demonstrationPassword, reason];
  const tokens = [clerk, finance].map(({ accessToken }) => accessToken.split('.').at(-1) ?? '');
  return [...new Set([...own, ...tokens, ...staff.map(({ name }) => name), ...(await peopleOfRoster())])];
}

const personal = /^(?:\d{17}[\dX]|1\d{10}|\d{16,19})$/;

/** Every name and number of the county's roster. */
async function peopleOfRoster(): Promise<readonly string[]> {
  const opened = await openWorkbook(new URL('./__fixtures__/roster-county-winter.xlsx', import.meta.url).pathname);
  if (!opened.ok) throw new Error('the roster cannot be read');
  const found: string[] = [];
  let nameAt = -1;
  for await (const { cells } of opened.value.sheets[0]?.rows() ?? []) {
    const texts = cells.map((cell) => textOf(cell).trim());
    if (nameAt >= 0) found.push(...texts.filter((text) => personal.test(text)), texts[nameAt] ?? '');
    if (nameAt < 0) nameAt = texts.findIndex((text) => /^姓\s*名$/u.test(text));
  }
  await opened.value.close();
  return found.filter((text) => text.length > 1);
}

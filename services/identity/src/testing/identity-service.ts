import { exportJWK, generateKeyPair } from 'jose';
import { Client, type QueryResultRow } from 'pg';
import { actorFromClaims, type Actor } from '@nuangong/access';
import { demonstrationPassword } from '@nuangong/demonstration-city';
import { buildActor, startTestService, type TestService } from '@nuangong/service/testing';
import type { Transaction } from '../builder.ts';
import { defineIdentity } from '../definition.ts';
import { loadDemonstration } from '../load-demonstration.ts';
import type { OutsideSettings } from '../account/outside-sign-in/outside-provider.ts';
import type { RunningParts } from '../running-parts.ts';

/** The answer to a sign-in: a session, a second step, or problems. */
export interface SignInAnswer {
  readonly accessToken?: string;
  readonly mustChangePassword?: boolean;
  readonly pendingToken?: string;
  readonly problems?: readonly { readonly code: string; readonly zh: string }[];
}

/** The identity service with the demonstration city and a clock that the test controls. */
export interface IdentityService extends TestService<Transaction, RunningParts> {
  /** Advances the service's clock. */
  wait(ms: number): void;
  now(): Date;
  /** The administrators of the first county and of the city. */
  readonly administrator: Actor;
  readonly cityAdministrator: Actor;
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Signs in, with the demonstration's password by default; returns the status, the answer and the cookie. */
  signIn(
    username: string,
    password?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly answer: SignInAnswer; readonly cookie: string }>;
  /** Queries the database as its owner, past row-level security. */
  rows<Row extends QueryResultRow>(sql: string, ...values: readonly unknown[]): Promise<readonly Row[]>;
}

/** A key that signs a test's tokens, in the form of TOKEN_SIGNING_KEY. */
export async function makeSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'test-identity' });
}

/** Starts the identity service on a new database. */
export async function startIdentity(
  more: { readonly publicOrigin?: string; readonly outside?: OutsideSettings } = {},
): Promise<IdentityService> {
  const signingKey = await makeSigningKey();
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const service = await startTestService(await defineIdentity({ signingKey, publicOrigin: '', clock: now, ...more }), {
    serviceDirectory: new URL('../..', import.meta.url).pathname,
    serviceRole: 'nuangong_identity',
  });
  await loadDemonstration(service.databases.ownerUrl, now());
  const [administrator, cityAdministrator] = await readAdministrators(service.databases.ownerUrl);
  const post: IdentityService['post'] = (path, body, headers = {}) =>
    service.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    ...service,
    now,
    administrator,
    cityAdministrator,
    post,
    wait: (ms) => void (ahead += ms),
    async signIn(username, password = demonstrationPassword, headers = {}) {
      const response = await post('/auth/sign-in', { username, password }, headers);
      return { status: response.status, answer: (await response.json()) as SignInAnswer, cookie: cookieOf(response) };
    },
    rows: (sql, ...values) => rowsIn(service.databases.ownerUrl, sql, ...values),
  };
}

async function rowsIn<Row extends QueryResultRow>(
  url: string,
  sql: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    return (await owner.query<Row>(sql, [...values])).rows;
  } finally {
    await owner.end();
  }
}

async function readAdministrators(url: string): Promise<readonly [Actor, Actor]> {
  const rows = await rowsIn<{ id: string; name: string; path: string }>(
    url,
    `select id, name, organization_path as path from staff where username in ('qinghe-admin', 'city-admin') order by username desc`,
  );
  const [county, city] = rows.map(({ id: staffId, name, path: scope }) =>
    buildActor({ staffId, name, scope, roles: ['ADMINISTRATOR'] }),
  );
  if (county === undefined || city === undefined) throw new Error('the demonstration has no administrators');
  return [county, city];
}

/** The cookies that an answer sets, in the form that a browser sends; without those that it removes. */
export function cookieOf(response: Response): string {
  const set = response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  return set.filter((each) => !each.endsWith('=')).join('; ');
}

/** The actor of an access token. */
export function actorOfToken(accessToken: string | undefined): Actor {
  const claims = accessToken?.split('.')[1] ?? '';
  return actorFromClaims(JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf } from '@nuangong/database';
import { buildActor, startTestService, type TestService } from '@nuangong/service/testing';
import type { RequestContext } from '@nuangong/subgraph';
import type { Transaction } from './builder.ts';
import { defineIdentity } from './definition.ts';
import { makeSigningKey } from './testing/identity-service.ts';

const serviceDirectory = new URL('..', import.meta.url).pathname;
let identity: TestService<Transaction>;
let owner: Client;

/** Counts the audit log; between two counts of one request another session commits an entry. */
const count = {
  type: GraphQLString,
  resolve: async (_root: unknown, _arguments: unknown, { tx }: RequestContext<Transaction>) => {
    const counted = await tx.auditEntry.count();
    await owner.query(
      `insert into audit_entry (organization_path, staff_id, staff_name, action, record_type, record_id)
       values ('51/5101/510101/', gen_random_uuid(), '王秀英', 'staff.enrol', 'Staff', '1')`,
    );
    return String(counted);
  },
};

/** Fails the whole answer, as a refused non-null field does. */
const refused = {
  type: new GraphQLNonNull(GraphQLString),
  resolve: async () => {
    throw new Error('refused');
  },
};

/** Uses the database for the first time after the answer was sent. */
const late = {
  type: GraphQLString,
  resolve: async (_root: unknown, _arguments: unknown, { tx }: RequestContext<Transaction>) => {
    await sleep(50);
    return String(await tx.auditEntry.count());
  },
};

/** A command that adds an entry and then takes half a minute. */
const slow = {
  type: GraphQLString,
  resolve: async (_root: unknown, _arguments: unknown, { actor, database }: RequestContext<Transaction>) =>
    database.transaction(identityOf(actor), async (tx) => {
      await tx.$executeRaw`insert into audit_entry (organization_path, staff_id, staff_name, action, record_type, record_id)
        values (${actor.scope}, gen_random_uuid(), '李慢', 'staff.enrol', 'Staff', '2')`;
      await tx.$queryRaw`select pg_sleep(30)::text`;
      return 'done';
    }),
};

/** A query that takes as long. */
const slowly = {
  type: GraphQLString,
  resolve: async (_root: unknown, _arguments: unknown, { tx }: RequestContext<Transaction>) => {
    await tx.$queryRaw`select pg_sleep(30)::text`;
    return 'read';
  },
};

beforeAll(async () => {
  const signingKey = await makeSigningKey();
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { count, refused, late, slowly } }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: { count, slow } }),
  });
  identity = await startTestService(
    { ...(await defineIdentity({ signingKey, publicOrigin: '' })), schema },
    { serviceDirectory, serviceRole: 'nuangong_identity' },
  );
  owner = new Client({ connectionString: identity.databases.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner?.end();
  await identity?.stop();
});

const clerk = buildActor({ scope: '51/5101/510101/' });

test('a query reads one snapshot, regardless of concurrent commits', async () => {
  expect(await identity.ask(clerk, '{ one: count two: count three: count }')).toEqual({
    one: '0',
    two: '0',
    three: '0',
  });
});

test('a command’s payload is read after its commit: later fields see its changes', async () => {
  expect(await identity.ask(clerk, 'mutation { one: count two: count }')).toEqual({ one: '3', two: '4' });
});

test('a field that asks the database after the answer was sent opens no transaction', async () => {
  await expect(identity.ask(clerk, '{ refused late }')).rejects.toThrow();
  await sleep(300);
  const { rows } = await owner.query(
    `select state, query from pg_stat_activity
     where datname = current_database() and usename = 'nuangong_identity' and state like 'idle in transaction%'`,
  );
  expect(rows).toEqual([]);
});

const asleep = async () =>
  (
    await owner.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where usename = 'nuangong_identity' and state <> 'idle'`,
    )
  ).rows[0]?.n;

const until = async (what: () => Promise<boolean>) => {
  for (const deadline = Date.now() + 5_000; !(await what()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('waited in vain');
  }
};

const post = async (
  query: string,
  more: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal },
) =>
  identity.fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: await identity.tokens.authorizationOf(clerk),
      ...more.headers,
    },
    body: JSON.stringify({ query }),
    ...(more.signal !== undefined && { signal: more.signal }),
  });

test.each(['mutation { slow }', '{ slowly }'])(
  '%s is cancelled in the database when its caller is gone',
  async (query) => {
    const gone = new AbortController();
    const asked = post(query, { signal: gone.signal });
    await until(async () => (await asleep()) === 1);
    const began = performance.now();
    gone.abort();
    await expect(asked).rejects.toThrow();
    await until(async () => (await asleep()) === 0);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect((await owner.query(`select 1 from audit_entry where staff_name = '李慢'`)).rowCount).toBe(0);
  },
);

test.each(['mutation { slow }', '{ slowly }'])(
  '%s is cancelled at the gateway’s deadline, with a message',
  async (query) => {
    const response = await post(query, { headers: { 'x-answer-within-ms': '300', 'accept-language': 'en' } });
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string; zh: string } }[];
    };
    expect(errors).toMatchObject([
      { extensions: { code: 'SERVICE_UNAVAILABLE', zh: expect.stringContaining('没有任何改动') } },
    ]);
    expect(await asleep()).toBe(0);
    expect((await owner.query(`select 1 from audit_entry where staff_name = '李慢'`)).rowCount).toBe(0);
  },
);

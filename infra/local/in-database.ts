import pg from 'pg';

/** Does some work with one connection to a database, and closes it. */
export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Keeps a note in a database as its comment, or takes it away; as the database's owner. */
export function noteInDatabase(url: string, note: string | null): Promise<unknown> {
  return inDatabase(url, (client) => {
    const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
    return client.query(`comment on database ${name} is ${note === null ? 'null' : client.escapeLiteral(note)}`);
  });
}

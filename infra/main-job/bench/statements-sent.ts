import type { RunningSystem } from '@nuangong/local';

/** How many SQL statements each service has sent since it started, as its `/metrics` say. */
export async function statementsSent(addresses: RunningSystem['addresses']): Promise<Readonly<Record<string, number>>> {
  const counted = await Promise.all(
    Object.entries(addresses).map(async ([name, url]) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const count = /^nuangong_sql_statements_total\{[^}]*\} (\d+)/m.exec(text)?.[1];
      if (count === undefined) throw new Error(`${name} does not count its statements`);
      return [name, Number(count)] as const;
    }),
  );
  return Object.fromEntries(counted);
}

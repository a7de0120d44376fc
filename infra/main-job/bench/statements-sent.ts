import type { RunningSystem } from '@nuangong/local';

/** How many SQL statements the services send while some work is done, by service; those that send none are left out. */
export async function statementsDuring(
  addresses: RunningSystem['addresses'],
  work: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  const before = await statementsSent(addresses);
  await work();
  const after = Object.entries(await statementsSent(addresses));
  const sent = after.map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(sent.filter(([, count]) => count > 0));
}

/** How many SQL statements each service has sent since it started, as its `/metrics` say. */
async function statementsSent(addresses: RunningSystem['addresses']): Promise<Readonly<Record<string, number>>> {
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

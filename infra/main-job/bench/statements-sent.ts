import type { RunningSystem } from '@nuangong/local';

const times = 3;

/**
 * How many SQL statements the services send for some work, by service; those that send none are left out. The work is
 * done three times and the lowest count is taken, because background work of the services only adds to it.
 */
export async function statementsDuring(
  addresses: RunningSystem['addresses'],
  work: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  let least: Readonly<Record<string, number>> = {};
  for (let time = 0; time < times; time += 1) {
    const before = await statementsSent(addresses);
    await work();
    const sent = Object.entries(await statementsSent(addresses)).map(
      ([name, count]) => [name, Math.min(count - (before[name] ?? 0), least[name] ?? Infinity)] as const,
    );
    least = Object.fromEntries(sent);
  }
  return Object.fromEntries(Object.entries(least).filter(([, count]) => count > 0));
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

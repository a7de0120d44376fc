import type { CityAtWork, WorkingService } from './city-at-work.ts';

/** A command of the graph, with what is asked of its payload and the type of its input where that is not its name. */
export interface Command {
  readonly service: WorkingService;
  readonly name: string;
  readonly gives?: string;
  readonly input?: string;
}

interface Row {
  readonly id: string;
  readonly ok: boolean;
  readonly problems: readonly object[];
}

/** The fields to ask of a command over a list. */
export const rowsOf = 'rows { id ok problems { code message } }';

/** Has a member of staff carry out a command; throws if it is refused as a whole. */
export async function act<Payload = object>(
  city: CityAtWork,
  username: string,
  { service, name, gives = '', input }: Command,
  values: Readonly<Record<string, unknown>>,
): Promise<Payload> {
  const type = input ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  const answer = await city
    .desk(service)
    .ask<Record<string, Payload & { readonly problems: readonly object[] }>>(
      city.staff(username),
      `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field message } ${gives} } }`,
      { input: values },
    );
  const payload = answer[name];
  if (payload === undefined || payload.problems.length > 0) {
    throw new Error(`${username} ${name} ${JSON.stringify(values)}: ${JSON.stringify(payload?.problems)}`);
  }
  return payload;
}

/** Has a member of staff carry out a command over a list; throws if fewer than `least` of its rows succeed. */
export async function actOnRows(
  city: CityAtWork,
  username: string,
  command: Command,
  values: Readonly<Record<string, unknown>>,
  least = Infinity,
): Promise<readonly string[]> {
  const asked = { ...command, gives: `${rowsOf} ${command.gives ?? ''}` };
  const { rows } = await act<{ readonly rows: readonly Row[] }>(city, username, asked, values);
  const refused = rows.filter(({ ok }) => !ok);
  const done = rows.filter(({ ok }) => ok).map(({ id }) => id);
  if (done.length < Math.min(least, rows.length) || rows.length === 0) {
    throw new Error(`${username} ${command.name}: ${done.length} of ${rows.length}: ${JSON.stringify(refused[0])}`);
  }
  return done;
}

/** Asks a question of a service's graph as a member of staff. */
export function look<Data>(
  city: CityAtWork,
  username: string,
  service: WorkingService,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  return city.desk(service).ask<Data>(city.staff(username), query, variables);
}

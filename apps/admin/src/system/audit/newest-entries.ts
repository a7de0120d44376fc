/** An entry in the log of one service. */
interface Kept {
  readonly id: string;
  readonly at: string;
}

/** The id of the last entry that was shown of each service: what comes next is older than it. */
export type Reached<Service extends string> = Readonly<Partial<Record<Service, string>>>;

/** The next entries of all services together, and how far each was read with them. */
export interface NewestEntries<Service extends string, Entry extends Kept> {
  readonly entries: readonly (Entry & { readonly service: Service })[];
  readonly reached: Reached<Service>;
  /** Whether there are older ones. */
  readonly more: boolean;
}

/**
 * Puts the logs of several services together, newest first: the next `most` entries of all.
 *
 * @param logs of each service its next entries, newest first, at most `most`; null where it does not answer.
 * @param reached how far each had been read before.
 */
export function newestEntries<Service extends string, Entry extends Kept>(
  logs: Readonly<Record<Service, readonly Entry[] | null>>,
  reached: Reached<Service>,
  most: number,
): NewestEntries<Service, Entry> {
  const services = Object.keys(logs) as Service[];
  const all = services
    .flatMap((service) => (logs[service] ?? []).map((entry) => ({ ...entry, service })))
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const entries = all.slice(0, most);
  const last = Object.fromEntries(entries.map(({ service, id }) => [service, id])) as Reached<Service>;
  const full = services.some((service) => (logs[service]?.length ?? 0) >= most);
  return { entries, reached: { ...reached, ...last }, more: all.length > most || full };
}

/** An entry in the log of one service. */
interface Kept {
  readonly id: string;
  readonly at: string;
}

/** The id of the last entry shown of each service; the next entries are older. */
export type Reached<Service extends string> = Readonly<Partial<Record<Service, string>>>;

/** The next entries of all services together, and how far each log has been read. */
export interface NewestEntries<Service extends string, Entry extends Kept> {
  readonly entries: readonly (Entry & { readonly service: Service })[];
  readonly reached: Reached<Service>;
  /** Whether there are older ones. */
  readonly more: boolean;
}

/**
 * Merges the logs of several services, newest first: the next `most` entries of all.
 *
 * @param logs the next entries of each service, newest first, at most `most`; null if it does not answer.
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

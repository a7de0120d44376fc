import { addDays, localDate, type LocalDate } from '@nuangong/primitives';
import { fetchSignedIn } from '../../base/graph/session.ts';

/** What a service says of its entries of some days: how many fit their seals, which do not, how many wait for one. */
export interface ChainVerdict {
  readonly fitting: number;
  readonly changed: readonly string[];
  readonly unsealed: number;
}

/**
 * Asks a service to check its entries of some days against their seals, one year after another, and adds up what it
 * found; undefined if it does not answer.
 */
export async function checkChain(service: string, from: LocalDate, to: LocalDate): Promise<ChainVerdict | undefined> {
  let sum: ChainVerdict = { fitting: 0, changed: [], unsealed: 0 };
  for (const year of yearsOf(from < firstDay ? firstDay : from, to)) {
    const found = await checkYear(service, year.from, year.to);
    if (found === undefined) return undefined;
    const { fitting, changed, unsealed } = found;
    sum = {
      fitting: sum.fitting + fitting,
      changed: [...sum.changed, ...changed],
      unsealed: sum.unsealed + unsealed,
    };
  }
  return sum;
}

const mostDays = 366;

/** No log is older. */
const firstDay = localDate('2000-01-01');

/** A period in pieces that the services check at once; the period itself if it is not longer. */
export function yearsOf(
  from: LocalDate,
  to: LocalDate,
): readonly { readonly from: LocalDate; readonly to: LocalDate }[] {
  const next = addDays(from, mostDays);
  return next > to ? [{ from, to }] : [{ from, to: addDays(next, -1) }, ...yearsOf(next, to)];
}

async function checkYear(service: string, from: string, to: string): Promise<ChainVerdict | undefined> {
  try {
    const query = new URLSearchParams({ from, to }).toString();
    const answer = await fetchSignedIn(`/files/${service}/audit-check?${query}`, { method: 'POST' });
    return answer.ok ? ((await answer.json()) as ChainVerdict) : undefined;
  } catch {
    return undefined;
  }
}

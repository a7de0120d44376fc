import { fetchSignedIn } from '../../base/graph/session.ts';

/** What a service says of its entries of some days: how many fit their seals, which do not, how many wait for one. */
export interface ChainVerdict {
  readonly fitting: number;
  readonly changed: readonly string[];
  readonly unsealed: number;
}

/** Asks a service to check its entries of some days against their seals; undefined if it does not answer. */
export async function checkChain(service: string, from: string, to: string): Promise<ChainVerdict | undefined> {
  try {
    const query = new URLSearchParams({ from, to }).toString();
    const answer = await fetchSignedIn(`/files/${service}/audit-check?${query}`, { method: 'POST' });
    return answer.ok ? ((await answer.json()) as ChainVerdict) : undefined;
  } catch {
    return undefined;
  }
}

import { isUuid, ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../builder.ts';
import type { KnownHousehold } from '../generated/prisma/client.ts';

/**
 * The known households with the given ids within the actor's subtree, by id. An unknown one, or another county's, is
 * refused with NOT_FOUND at its field. One statement; none where no id is given.
 */
export async function findHouseholds(
  tx: Transaction,
  wanted: readonly { readonly householdId: string | null | undefined; readonly field: string }[],
): Promise<Result<ReadonlyMap<string, KnownHousehold>>> {
  const named = wanted.flatMap(({ householdId, field }) => (householdId == null ? [] : [{ id: householdId, field }]));
  if (named.length === 0) return ok(new Map());
  const ids = [...new Set(named.map(({ id }) => id))].filter(isUuid);
  const rows = await tx.knownHousehold.findMany({ where: { householdId: { in: ids } } });
  const known = new Map(rows.map((row) => [row.householdId, row]));
  const strange = named.filter(({ id }) => !known.has(id));
  if (strange.length === 0) return ok(known);
  return refuse(...strange.map(({ field }) => notFound({ zh: '困难家庭', en: 'household' }, field)));
}

import { scopeOf, systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf } from '@nuangong/database';

/**
 * Lets the rest of the transaction act as the system within the organisation that has, or once had, a path, and returns
 * its present path. Its former places are in scope too, because earlier records stay there.
 */
export async function beWithin(
  tx: { $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown> },
  path: string,
): Promise<OrganizationPath> {
  const { scope, staffId } = identityOf(systemActor(scopeOf(path)));
  const [place] = (await tx.$queryRawUnsafe(
    `select set_config('nuangong.scope', access.reach_of($1), true), set_config('nuangong.staff', $2, true),
       access.present_path($1) as present`,
    scope,
    staffId,
  )) as readonly { readonly present: string }[];
  return scopeOf(place?.present ?? path);
}

import type { Actor, OrganizationPath } from '@nuangong/access';

/** What a transaction is told about whoever acts: the subtree that row-level security compares, and who it is. */
export interface RowIdentity {
  readonly scope: OrganizationPath;
  readonly staffId: string;
}

/** The identity that an actor's transactions carry. */
export function identityOf(actor: Actor): RowIdentity {
  return { scope: actor.scope, staffId: actor.staffId };
}

import type { Actor, OrganizationPath } from '@nuangong/access';

/** The identity of a transaction's actor: the subtree that row-level security compares, and the person. */
export interface RowIdentity {
  readonly scope: OrganizationPath;
  readonly staffId: string;
}

/** The identity for an actor's transactions. */
export function identityOf(actor: Actor): RowIdentity {
  return { scope: actor.scope, staffId: actor.staffId };
}

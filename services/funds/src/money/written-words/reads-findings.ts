import { permits, type Actor } from '@nuangong/access';

/** Whether somebody may read why a household is given money, held or not paid: who pays, and who does the casework. */
export function readsReasons(actor: Actor): boolean {
  return permits(actor.roles, 'payment-reason.read');
}

/**
 * What is worth a look in a batch, why a grant is held and how its payee was corrected tell of a household: told to those
 * who may read reasons; to others it is as if there were none.
 */
export const readsFindings = readsReasons;

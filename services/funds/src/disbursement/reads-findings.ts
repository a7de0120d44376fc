import { permits, type Actor } from '@nuangong/access';

/**
 * What is worth a look in a batch, why a grant is held and how its payee was corrected tell of a household: told to those
 * who pay, and to those who read what is written of one; to others it is as if there were none.
 */
export function readsFindings(actor: Actor): boolean {
  return permits(actor.roles, 'payment-file.download') || permits(actor.roles, 'health.read');
}

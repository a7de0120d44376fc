import { permits, type Actor } from '@nuangong/access';

/**
 * Whether somebody may read why a household is given money, or why a grant is held or not paid: those who pay, and
 * those who do the casework.
 */
export function readsReasons(actor: Actor): boolean {
  return permits(actor.roles, 'payment-reason.read');
}

/**
 * Findings of a batch, reasons of holds and corrections of payees reveal something about a household. They are shown
 * only to those who may read reasons; to others they do not seem to exist.
 */
export const readsFindings = readsReasons;

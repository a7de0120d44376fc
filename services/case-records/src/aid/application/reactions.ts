import type { EventHandlers } from '@nuangong/event-bus';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { whenGrantAwaitingFunds } from './when-grant-awaiting-funds.ts';
import { whenGrantCommitted } from './when-grant-committed.ts';
import { whenGrantReleased } from './when-grant-released.ts';
import { whenPaymentMade } from './when-payment-made.ts';
import { whenPaymentReturned } from './when-payment-returned.ts';

/** The handlers of funds' events about grants. */
export const applicationReactions = (keyring: Keyring): EventHandlers<Transaction> => ({
  'nuangong.grant-committed.v1': whenGrantCommitted,
  'nuangong.grant-awaiting-funds.v1': whenGrantAwaitingFunds,
  'nuangong.grant-released.v1': (event, tx) => whenGrantReleased(event, tx, keyring),
  'nuangong.payment-made.v1': whenPaymentMade,
  'nuangong.payment-returned.v1': (event, tx) => whenPaymentReturned(event, tx, keyring),
});

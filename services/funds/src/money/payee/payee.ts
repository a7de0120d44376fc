import { z } from 'zod';
import type { Keyring, SealedPlace } from '@nuangong/sealing';

/** The payee, as the approval sealed it for the service that pays; without an account, payment is in cash. */
const payeeShape = z.object({
  name: z.string().min(1),
  identityNumber: z.string().min(1),
  bankAccount: z.string().min(1).nullable().default(null),
});

export type Payee = z.output<typeof payeeShape>;

/**
 * The texts that travel with a payee: why the grant is made and under which clauses, or why the payee was corrected.
 */
const wordsShape = z.object({
  reason: z.string().optional(),
  clauses: z.array(z.object({ title: z.string(), source: z.string().optional() })).optional(),
  why: z.string().optional(),
});

/** Opens the texts that travel sealed with a payee; empty when they were sent beside it instead. */
export function receiveWords(keyring: Keyring, sealed: string, sealedFor: string): z.output<typeof wordsShape> {
  return wordsShape.parse(JSON.parse(keyring.openFromTransit(sealed, sealedFor)));
}

/** The part of a grant that its sealed payee is bound to. */
export interface PayeeOf {
  readonly id: string;
  readonly organizationPath: string;
}

/** The part of a correction that its sealed payee is bound to. */
export interface CorrectionOf {
  readonly id: string;
  readonly organizationPath: string;
}

/** Where a payee is stored: with the grant as approved, or with the correction that a payment uses. */
export interface KeptPayee {
  readonly grant: PayeeOf & { readonly sealedPayee: string };
  readonly payeeNews: (CorrectionOf & { readonly sealedPayee: string | null }) | null;
}

/**
 * Opens the payee that case records sealed in transit for this grant or for a correction of this file; throws for any
 * other. Never log it.
 */
export function receivePayee(keyring: Keyring, sealed: string, sealedFor: string): Payee {
  return payeeShape.parse(JSON.parse(keyring.openFromTransit(sealed, sealedFor)));
}

/** Opens a stored payee; throws when key or place differ. Never log it. */
export async function openPayee(keyring: Keyring, { grant, payeeNews }: KeptPayee): Promise<Payee> {
  const opened =
    payeeNews?.sealedPayee == null
      ? await keyring.open(grant.sealedPayee, grantPlace(grant))
      : await keyring.open(payeeNews.sealedPayee, correctionPlace(payeeNews));
  return payeeShape.parse(JSON.parse(opened));
}

/** Seals a payee for storage with its grant, under this service's own key. */
export function sealPayee(keyring: Keyring, payee: Payee, grant: PayeeOf): string {
  return keyring.seal(JSON.stringify(payee), grantPlace(grant));
}

/** Seals a payee for storage with the correction that names it, under this service's own key. */
export function sealCorrectedPayee(keyring: Keyring, payee: Payee, correction: CorrectionOf): string {
  return keyring.seal(JSON.stringify(payee), correctionPlace(correction));
}

function grantPlace({ id, organizationPath }: PayeeOf): SealedPlace {
  return { table: 'aid_grant', column: 'sealed_payee', row: id, organization: organizationPath };
}

function correctionPlace({ id, organizationPath }: CorrectionOf): SealedPlace {
  return { table: 'case_file_news', column: 'sealed_payee', row: id, organization: organizationPath };
}

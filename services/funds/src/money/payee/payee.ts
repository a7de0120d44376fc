import { z } from 'zod';
import type { Keyring, SealedPlace } from '@nuangong/sealing';

/** Who is paid, as the approval sealed it for the service that pays; without an account it is cash. */
const payeeShape = z.object({
  name: z.string().min(1),
  identityNumber: z.string().min(1),
  bankAccount: z.string().min(1).nullable().default(null),
});

export type Payee = z.output<typeof payeeShape>;

/** What travels with a payee: why the grant is made and by which clauses, or why the payee was corrected. */
const wordsShape = z.object({
  reason: z.string().optional(),
  clauses: z.array(z.object({ code: z.string(), title: z.string() })).optional(),
  why: z.string().optional(),
});

/** Opens the words that travel sealed with a payee; nothing where they came beside it. */
export function receiveWords(keyring: Keyring, sealed: string, sealedFor: string): z.output<typeof wordsShape> {
  return wordsShape.parse(JSON.parse(keyring.openFromTransit(sealed, sealedFor)));
}

/** A grant, as far as its sealed payee is bound to it. */
export interface PayeeOf {
  readonly id: string;
  readonly organizationPath: string;
}

/** A correction, as far as its sealed payee is bound to it. */
export interface CorrectionOf {
  readonly id: string;
  readonly organizationPath: string;
}

/** Where somebody's payee is kept: with the grant as it was approved, or with the correction that a payment follows. */
export interface KeptPayee {
  readonly grant: PayeeOf & { readonly sealedPayee: string };
  readonly payeeNews: (CorrectionOf & { readonly sealedPayee: string | null }) | null;
}

/**
 * Opens the payee that case records sealed on its way here, for this grant or for this file's correction; throws for any
 * other. Never to be logged.
 */
export function receivePayee(keyring: Keyring, sealed: string, sealedFor: string): Payee {
  return payeeShape.parse(JSON.parse(keyring.openFromTransit(sealed, sealedFor)));
}

/** Opens a kept payee; throws where key or place differ. Nothing of it may reach a log. */
export async function openPayee(keyring: Keyring, { grant, payeeNews }: KeptPayee): Promise<Payee> {
  const opened =
    payeeNews?.sealedPayee == null
      ? await keyring.open(grant.sealedPayee, grantPlace(grant))
      : await keyring.open(payeeNews.sealedPayee, correctionPlace(payeeNews));
  return payeeShape.parse(JSON.parse(opened));
}

/** Seals a payee to be kept with its grant, under this service's own key. */
export function sealPayee(keyring: Keyring, payee: Payee, grant: PayeeOf): string {
  return keyring.seal(JSON.stringify(payee), grantPlace(grant));
}

/** Seals a payee to be kept with the correction that names it, under this service's own key. */
export function sealCorrectedPayee(keyring: Keyring, payee: Payee, correction: CorrectionOf): string {
  return keyring.seal(JSON.stringify(payee), correctionPlace(correction));
}

function grantPlace({ id, organizationPath }: PayeeOf): SealedPlace {
  return { table: 'aid_grant', column: 'sealed_payee', row: id, organization: organizationPath };
}

function correctionPlace({ id, organizationPath }: CorrectionOf): SealedPlace {
  return { table: 'case_file_news', column: 'sealed_payee', row: id, organization: organizationPath };
}

import { z } from 'zod';
import { openText, sealText, type SecretKey } from '@nuangong/service';

/** Who is paid, as the approval sealed it for the service that pays; without an account it is cash. */
const payeeShape = z.object({
  name: z.string().min(1),
  identityNumber: z.string().min(1),
  bankAccount: z.string().min(1).nullable().default(null),
});

export type Payee = z.output<typeof payeeShape>;

/** Opens what `sealPayee` sealed for this grant; throws where key or grant differ. Nothing of it may reach a log. */
export function openPayee(key: SecretKey, sealed: string, grantId: string): Payee {
  return payeeShape.parse(JSON.parse(openText(key, sealed, grantId)));
}

/** Seals a payee for one grant: JSON of name, identityNumber and bankAccount, bound to the grant's id. */
export function sealPayee(key: SecretKey, payee: Payee, grantId: string): string {
  return sealText(key, JSON.stringify(payee), grantId);
}

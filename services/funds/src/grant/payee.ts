import { z } from 'zod';
import type { Keyring, SealedPlace } from '@nuangong/sealing';

/** Who is paid, as the approval sealed it for the service that pays; without an account it is cash. */
const payeeShape = z.object({
  name: z.string().min(1),
  identityNumber: z.string().min(1),
  bankAccount: z.string().min(1).nullable().default(null),
});

export type Payee = z.output<typeof payeeShape>;

/** A grant, as far as its sealed payee is bound to it. */
export interface PayeeOf {
  readonly id: string;
  readonly organizationPath: string;
}

/** Opens the payee that an approval sealed for this grant on its way here; throws for any other. Never to be logged. */
export function receivePayee(keyring: Keyring, sealed: string, grantId: string): Payee {
  return payeeShape.parse(JSON.parse(keyring.openFromTransit(sealed, grantId)));
}

/** Opens a kept payee; throws where key or grant differ. Nothing of it may reach a log. */
export async function openPayee(keyring: Keyring, sealed: string, grant: PayeeOf): Promise<Payee> {
  return payeeShape.parse(JSON.parse(await keyring.open(sealed, placeOf(grant))));
}

/** Seals a payee to be kept with its grant, under this service's own key. */
export function sealPayee(keyring: Keyring, payee: Payee, grant: PayeeOf): string {
  return keyring.seal(JSON.stringify(payee), placeOf(grant));
}

function placeOf({ id, organizationPath }: PayeeOf): SealedPlace {
  return { table: 'aid_grant', column: 'sealed_payee', row: id, organization: organizationPath };
}

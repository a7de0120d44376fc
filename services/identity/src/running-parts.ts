import { blindIndexOf, openText, readKey, sealText, type ServiceFoundation } from '@nuangong/service';
import type { Transaction } from './builder.ts';

/** A row of `second_factor`, to which its secret is bound. */
export interface SecretPlace {
  readonly staffId: string;
  readonly organizationPath: string;
}

/** What commands need beside the request: what is sealed and compared under the service's keys, and the clock. */
export interface RunningParts {
  /** The secrets of second factors at rest. */
  readonly secondFactorSecrets: {
    seal(secret: string, place: SecretPlace): string;
    open(sealed: string, place: SecretPlace): Promise<string>;
  };
  /** What a browser keeps for us and can neither read nor make; `use` names what it is for, and opens for it alone. */
  readonly cookies: {
    seal(text: string, use: string): string;
    /** Throws where it was not sealed here for this use. */
    open(sealed: string, use: string): string;
  };
  /** The keyed digest of what is only ever compared: sign-in targets, recovery codes. */
  readonly digestOf: (text: string) => Uint8Array<ArrayBuffer>;
  readonly clock: () => Date;
}

/** Makes them of the keys in the service's environment; throws where one is missing. */
export function readRunningParts(
  { environment }: ServiceFoundation<Transaction>,
  clock: () => Date,
): RunningParts {
  const fieldKey = readKey(environment.FIELD_KEY, 'FIELD_KEY');
  const indexKey = readKey(environment.BLIND_INDEX_KEY, 'BLIND_INDEX_KEY');
  return {
    secondFactorSecrets: {
      seal: (secret, { staffId }) => sealText(fieldKey, secret, staffId),
      open: async (sealed, { staffId }) => openText(fieldKey, sealed, staffId),
    },
    cookies: {
      seal: (text, use) => sealText(fieldKey, text, `cookie: ${use}`),
      open: (sealed, use) => openText(fieldKey, sealed, `cookie: ${use}`),
    },
    digestOf: (text) => Uint8Array.from(blindIndexOf(indexKey, text)),
    clock,
  };
}

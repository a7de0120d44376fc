import type { Logger } from 'pino';
import { describeError } from '@nuangong/event-bus';
import { masterKeys, openKeyring, readKey, type Keyring } from '@nuangong/sealing';
import type { ServiceEnvironment } from './service-environment.ts';

/**
 * A service's sealing keys under the master key in its environment; throws if that is missing or opens none of them.
 */
export function openServiceKeyring(service: string, environment: ServiceEnvironment, logger: Logger): Promise<Keyring> {
  const { FIELD_KEY, FIELD_KEY_BEFORE, SEALING_CIPHER, DATABASE_URL } = environment;
  const before = FIELD_KEY_BEFORE === undefined ? undefined : readKey(FIELD_KEY_BEFORE, 'FIELD_KEY_BEFORE');
  return openKeyring({
    service,
    databaseUrl: DATABASE_URL,
    masters: masterKeys(readKey(FIELD_KEY, 'FIELD_KEY'), before),
    cipher: SEALING_CIPHER,
    onTrouble: (error) =>
      logger.error({ cause: describeError(error) }, 'the data keys could not be read; it is tried again'),
  });
}

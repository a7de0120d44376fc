import { describe } from 'vitest';
import { createEmptyDatabase } from '../testing/event-database.ts';
import { describeTransportContract } from '../transport/transport.contract.ts';
import { createEmbeddedTransport } from './embedded-transport.ts';

describe('the embedded transport', () => {
  describeTransportContract(async () => {
    const database = await createEmptyDatabase();
    return {
      async connect() {
        const transport = createEmbeddedTransport({ databaseUrl: database.url });
        await transport.start();
        return transport;
      },
      close: () => database.drop(),
    };
  });
});

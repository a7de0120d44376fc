import { createTransport } from '../transport/create-transport.ts';
import { readTransportEnvironment } from '../transport/transport-environment.ts';

/** A copy of the service `reporting` that takes an event, says so, and never finishes; a test kills it. */
const transport = createTransport(readTransportEnvironment(process.env));
await transport.start();
await transport.subscribe({
  group: 'reporting',
  topics: ['case-records'],
  async handle() {
    process.stdout.write('took an event\n');
    await new Promise(() => setInterval(() => undefined, 1_000));
  },
});

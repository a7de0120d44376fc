import { join } from 'node:path';
import { startKafka } from './kafka.ts';

/** `pnpm --filter @nuangong/kafka start [port]`: a node for development, until Ctrl-C. */
const port = Number(process.argv[2] ?? 9092);
const dataDirectory = join(import.meta.dirname, '..', '..', '..', '.nuangong', 'kafka', `node-${port}`);
const kafka = await startKafka({ dataDirectory, ports: { clients: port, controller: port + 1 } });
process.stdout.write(`Kafka listens: KAFKA_BROKERS=${kafka.brokers.join(',')}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void kafka.stop();
  });
}

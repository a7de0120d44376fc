import { createKafkaTransport } from '../kafka/kafka-transport.ts';
import { createVisitCounter } from './count-visits.ts';
import { openEventDatabase } from './event-database.ts';

/** A copy of the service `reporting` in a separate process, which a test can hold and release. */
const [brokers = '', prefix = '', databaseUrl = ''] = process.argv.slice(2);
const transport = createKafkaTransport({ brokers: brokers.split(','), prefix, sessionTimeoutMs: 3_000 });
await transport.start();
await createVisitCounter(openEventDatabase(databaseUrl), transport, 'elsewhere').start();
process.stdout.write('takes events\n');

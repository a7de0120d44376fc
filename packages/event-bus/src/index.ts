export { recordEvents } from './outbox/record-events.ts';
export { readOutboxState, type GateHolder, type OutboxState } from './outbox/outbox-state.ts';
export { createRelay, type Relay, type RelayOptions } from './outbox/relay.ts';
export { createConsumer, topicsOf, type Consumer, type ConsumerOptions, type EventHandlers } from './inbox/consumer.ts';
export type { ReplayedDeadLetter } from './inbox/consumer.ts';
export { listDeadLetters, type DeadLetter, type DeadLetterId } from './inbox/dead-letter.ts';
export type { Backlog } from './transport/backlog.ts';
export type { RelayObserver } from './outbox/relay-observer.ts';
export type { ConsumerObserver } from './inbox/consumer-observer.ts';
export { describeError } from './describe-error.ts';
export type { EventTransport, ReplayRequest, RunningSubscription, Subscription } from './transport/event-transport.ts';
export type { PgClient, PrismaClientLike, SqlClient, StatementExecutor } from './sql-client.ts';
export { createTransport } from './transport/create-transport.ts';
export {
  readTransportEnvironment,
  transportVariables,
  withTransportRules,
  type TransportEnvironment,
} from './transport/transport-environment.ts';
export { createEmbeddedTransport, type EmbeddedTransportOptions } from './embedded/embedded-transport.ts';
export { createKafkaTransport, type KafkaTransportOptions } from './kafka/kafka-transport.ts';
export { isOutage } from './describe-error.ts';
export { createListener, type ListenerOptions } from './listener.ts';
export { createWakeUp, type WakeUp } from './wake-up.ts';

import { logLevel, type logCreator } from 'kafkajs';
import type { Logger } from 'pino';

/** Errors that kafkajs recovers from by itself; they would fill the error log at every start. */
const mendedByItself =
  /coordinator is (loading|not available)|rebalance|does not host this topic-partition|leadership election/iu;

/** Passes kafkajs's log on to pino. */
export function kafkaLogCreator(log: Logger | undefined): logCreator {
  return () => (entry) => {
    if (!log) return;
    const { message, ...details } = entry.log;
    const said = `${message} ${String(details['error'] ?? '')}`;
    if (entry.level === logLevel.ERROR && !mendedByItself.test(said)) log.error(details, `kafka: ${message}`);
    else if (entry.level <= logLevel.WARN) log.warn(details, `kafka: ${message}`);
    else log.debug(details, `kafka: ${message}`);
  };
}

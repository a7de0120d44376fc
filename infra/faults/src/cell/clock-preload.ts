import { flushCompileCache } from 'node:module';

/**
 * Loaded before a service: a message of the parent offsets its clock from the machine's, as when an operator or a time
 * server sets a machine's clock. Timers are not affected. Ends the service when the parent is gone.
 */
let offsetMs = 0;

const MachineDate = Date;
const now = () => MachineDate.now() + offsetMs;

class SetDate extends MachineDate {
  constructor(...given: readonly []) {
    if (given.length === 0) super(now());
    else super(...(given as unknown as [number]));
  }

  static override now(): number {
    return now();
  }
}

globalThis.Date = SetDate as DateConstructor;

process.on('message', (message) => {
  if (typeof message === 'object' && message !== null && 'clockOffsetMs' in message) {
    offsetMs = Number(message.clockOffsetMs);
  }
});
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

// Node writes its compile cache when a process exits normally; a killed process would leave none for the next.
setTimeout(flushCompileCache, 1_500).unref();

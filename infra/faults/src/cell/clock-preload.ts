import { flushCompileCache } from 'node:module';

/**
 * Loaded before a service: its clock can be set against the machine's by a message of the parent, as when an operator
 * or a time server sets a machine's clock. Timers go on as they were. Ends the service when the parent is gone.
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

// Node keeps what it compiled when a process ends in order; one that is killed would leave nothing for the next.
setTimeout(flushCompileCache, 1_500).unref();

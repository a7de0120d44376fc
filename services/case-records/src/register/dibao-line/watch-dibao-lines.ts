import type { RunningParts } from '../../running-parts.ts';
import { beginDibaoLines } from './begin-dibao-lines.ts';

const everyMs = 60_000;

/** Checks immediately and every minute whether a line's first day has come; ends with the service's background work. */
export function watchDibaoLines(parts: RunningParts): { stop(): Promise<void> } {
  const { background } = parts;
  const look = () => background.run('dibao lines', (stopping) => beginDibaoLines(parts, stopping));
  look();
  const regularly = setInterval(look, everyMs);
  return {
    async stop() {
      clearInterval(regularly);
      await background.stop();
    },
  };
}

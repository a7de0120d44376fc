import type { Logger } from 'pino';

/** Long work outside requests, ended before the service stops. */
export interface BackgroundWork {
  /** Starts work; `stopping` returns true when the service stops, and the work ends at its next safe point. */
  run(name: string, work: (stopping: () => boolean) => Promise<void>): void;
  /** Resolves when no work is left. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs a service's long work. Failures are logged; the work continues at the next start of the service. */
export function createBackgroundWork(logger: Logger): BackgroundWork {
  const running = new Set<Promise<void>>();
  let stopping = false;
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    run(name, work) {
      if (stopping) return;
      const done: Promise<void> = work(() => stopping)
        .catch((error: unknown) => logger.error({ err: error, work: name }, 'background work failed'))
        .finally(() => running.delete(done));
      running.add(done);
    },
    idle,
    async stop() {
      stopping = true;
      await idle();
    },
  };
}

import { Client } from 'pg';
import type { Logger } from 'pino';
import { describeError } from './describe-error.ts';

export type ListenerOptions = {
  readonly databaseUrl: string;
  readonly channel: string;
  /** Called at each NOTIFY, and after each reconnect, because some may have been missed. */
  readonly heard: () => void;
  readonly log: Logger | undefined;
};

const reconnectPauseMs = 500;

/** Listens for a channel's NOTIFY on a separate connection, and reopens it when it breaks. */
export function createListener(options: ListenerOptions): { start(): Promise<void>; stop(): Promise<void> } {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const fresh = new Client({ connectionString: options.databaseUrl, keepAlive: true });
    fresh.on('notification', options.heard);
    fresh.on('error', (error) =>
      options.log?.warn({ cause: describeError(error), channel: options.channel }, 'a listener broke'),
    );
    fresh.once('end', reconnectLater);
    client = fresh;
    await fresh.connect();
    await fresh.query(`listen ${fresh.escapeIdentifier(options.channel)}`);
    options.heard();
  }

  function reconnectLater(): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        options.log?.warn({ cause: describeError(error), channel: options.channel }, 'cannot listen; polling');
        reconnectLater();
      });
    }, reconnectPauseMs);
  }

  return {
    async start() {
      stopped = false;
      await connect();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

import { pino, type DestinationStream, type Logger } from 'pino';
import { loggedError } from './logged-error.ts';

/**
 * Structured logs of a service, without personal data: headers, variables and bodies are never written, and of errors
 * only what `loggedError` leaves.
 *
 * @param destination where lines go; standard output unless said.
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name: service,
    level,
    // Libraries put headers into what they say at the finest levels: busboyOptions.headers of an upload.
    redact: ['headers', '*.headers', '*.*.headers', 'authorization', '*.authorization', '*.password', '*.token'],
    serializers: {
      err: loggedError,
      error: loggedError,
      cause: loggedError,
      req: ({ id, method }: LoggedRequest) => ({ id, method }),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
}

import { pino, type DestinationStream, type Logger } from 'pino';
import { loggedError } from './logged-error.ts';

/**
 * Structured logs of a service, without personal data: headers, variables and bodies are never written, and of errors
 * only what `loggedError` keeps.
 *
 * @param destination where lines are written; standard output by default.
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name: service,
    level,
    // At their finest log levels libraries write headers: busboyOptions.headers of an upload.
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

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
    redact: ['req.headers', 'headers', '*.password', '*.token'],
    serializers: { err: loggedError, error: loggedError, cause: loggedError, req: ({ id, method }: LoggedRequest) => ({ id, method }) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
}

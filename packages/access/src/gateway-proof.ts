import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** The header with which the gateway proves to a service that a request came through it. */
export const gatewayHeader = 'x-nuangong-gateway';

/** The parts of a request that the proof covers. */
export interface ProvenRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly authorization: string | undefined;
}

/** Makes and checks the proofs of one installation. */
export interface GatewayProof {
  of(request: ProvenRequest): string;
  /** Compares in constant time. */
  isOf(request: ProvenRequest, proof: unknown): boolean;
}

const keyBytes = 32;

/**
 * Proofs that a request came through the gateway: HMAC-SHA-256 over method, path and token. The key itself never
 * travels, and an intercepted proof is worth no more than the token intercepted with it. It contains no time, so that a
 * service with a wrong clock still works.
 *
 * @param key 32 bytes in base64, GATEWAY_KEY of the installation; throws otherwise.
 */
export function createGatewayProof(key: string | undefined): GatewayProof {
  const bytes = Buffer.from(key ?? '', 'base64');
  if (bytes.length !== keyBytes) throw new Error(`GATEWAY_KEY must be ${keyBytes} bytes in base64`);
  const secret = createSecretKey(bytes);
  const digest = ({ method, url, authorization = '' }: ProvenRequest): Buffer =>
    createHmac('sha256', secret).update(`${method.toUpperCase()}\n${url}\n${authorization}`).digest();
  return {
    of: (request) => digest(request).toString('base64url'),
    isOf(request, proof) {
      if (typeof proof !== 'string') return false;
      const given = Buffer.from(proof, 'base64url');
      const right = digest(request);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

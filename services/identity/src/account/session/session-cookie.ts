import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Keyring } from '@nuangong/sealing';
import { addressIn } from '@nuangong/subgraph';
import { originOf, type SessionOrigin } from './session-origin.ts';
import { sessionLifetimeMs } from './session.ts';

export const refreshCookie = 'nuangong_refresh';
const path = '/auth';

/** Stores the refresh token in a cookie that is sent only to the routes of `/auth` and that scripts cannot read. */
export function keepRefreshToken(reply: FastifyReply, refreshToken: string, secure: boolean): FastifyReply {
  const maxAge = sessionLifetimeMs / 1000;
  return reply.setCookie(refreshCookie, refreshToken, { path, httpOnly: true, sameSite: 'strict', secure, maxAge });
}

/** Removes the cookie. */
export function forgetRefreshToken(reply: FastifyReply): FastifyReply {
  return reply.clearCookie(refreshCookie, { path });
}

/** Where a session begins, as shown to its owner. */
export function originOfRequest(request: FastifyRequest): SessionOrigin {
  return originOf(request.headers['user-agent'], addressIn(request).address);
}

const deviceCookie = 'nuangong_device';
const deviceBoundTo = 'known device';
const deviceSeconds = 180 * 24 * 60 * 60;

/** Stores on the device, sealed, which account was signed in to; grants no access and reveals the account to nobody. */
export function keepDevice(reply: FastifyReply, keyring: Keyring, username: string, secure: boolean): FastifyReply {
  const sealed = keyring.sealForTransit(username, deviceBoundTo);
  return reply.setCookie(deviceCookie, sealed, {
    path,
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: deviceSeconds,
  });
}

/** The account last signed in to on the device of a request; null if there is none. */
export function deviceOwner(request: FastifyRequest, keyring: Keyring): string | null {
  const sealed = request.cookies[deviceCookie];
  if (sealed === undefined) return null;
  try {
    return keyring.openFromTransit(sealed, deviceBoundTo);
  } catch {
    return null;
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Actor, TokenVerdict, TokenVerifier } from '@nuangong/access';
import type { Language } from './context.ts';
import { refuseRequest } from './require-permission.ts';

/** English if the client asks for it first, Chinese otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}

/** The messages for requests without a valid token, by reason. */
export const signInWords = {
  NONE: {
    zh: '登录后再办理',
    en: 'Sign in first.',
  },
  EXPIRED: {
    zh: '登录已到时，重新登录后继续办理，已保存的内容都在',
    en: 'The session has expired. Sign in again; what was saved is kept.',
  },
  FORGED: {
    zh: '登录凭证不是本系统签发的，重新登录',
    en: 'The sign-in token was not issued by this system. Sign in again.',
  },
} as const;

/** Who sent a request, and from where. */
export interface RequestOrigin {
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
}

/** The actor of a request's token; throws UNAUTHENTICATED or TOKEN_EXPIRED in the user's language. */
export async function authenticate(
  verifier: TokenVerifier,
  request: RequestOrigin,
  language: Language,
): Promise<Actor> {
  const actor = demandActor(await verifier.verify(request.headers.authorization), language);
  return { ...actor, ...addressIn(request) };
}

/** The client's network address: the last one in the forwarding header, which the gateway adds. */
export function addressIn({ headers, ip }: RequestOrigin): { readonly address?: string } {
  const address = [headers['x-forwarded-for'] ?? ip].flat().at(-1)?.split(',').at(-1)?.trim() ?? '';
  return isIP(address) === 0 ? {} : { address };
}

/** The actor of a verified token; throws like `authenticate`. */
export function demandActor(verdict: TokenVerdict, language: Language): Actor {
  switch (verdict.kind) {
    case 'ACTOR':
      return verdict.actor;
    case 'EXPIRED':
      throw refuseRequest('TOKEN_EXPIRED', signInWords.EXPIRED, language);
    case 'NONE':
    case 'FORGED':
      throw refuseRequest('UNAUTHENTICATED', signInWords[verdict.kind], language);
  }
}

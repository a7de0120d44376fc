import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** A real OpenID Connect provider on this machine, and a browser that signs in at it. */
export interface ProviderAtWork {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Opens an address of the provider, signs in there as `subject`, and returns the address it redirects to. */
  signInAs(address: string, subject: string): Promise<URL>;
  stop(): Promise<void>;
}

const clientId = 'nuangong';
const clientSecret = 'a secret of the test';

/** Starts the provider; it accepts any subject and gives it as `preferred_username`. */
export async function startOutsideProvider(redirectTo: string): Promise<ProviderAtWork> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationWith(redirectTo));
  server.on('request', provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    signInAs: (address, subject) => walkThrough(issuer, address, subject),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function configurationWith(redirectTo: string): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectTo],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: sub }) }),
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

async function walkThrough(issuer: string, address: string, subject: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  let form: URLSearchParams | undefined;
  while (next.origin === issuer) {
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form !== undefined && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      next = new URL(location, next);
      form = undefined;
    } else if (next.pathname.startsWith('/interaction/') && form === undefined) {
      form = new URLSearchParams({ prompt: 'login', login: subject, password: 'any' });
    } else {
      throw new Error(`the provider stopped at ${next.pathname}: ${response.status} ${await response.text()}`);
    }
  }
  return next;
}

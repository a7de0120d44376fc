import { GraphFault } from './fault.ts';
import { language } from '../i18n/language.ts';

/** The identity service's answer to a sign-in or a refresh; `pendingToken` alone asks for the second step. */
interface SignedIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly mustChangePassword: boolean;
  readonly pendingToken: string;
}

interface Refusal {
  readonly problems?: readonly {
    readonly code: string;
    readonly field?: string;
    readonly zh: string;
    readonly en: string;
  }[];
}

/** The access token lives in memory only; the refresh token is a cookie that scripts can't read. */
let accessToken: string | undefined;
let passwordIsGiven = false;
/** The session of this page is over, without a sign-out here. */
let sessionIsOver = false;
let refreshing: Promise<boolean> | undefined;

/** The value of the `Authorization` header, or undefined before sign-in. */
export function authorization(): string | undefined {
  return accessToken === undefined ? undefined : `Bearer ${accessToken}`;
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': language() },
    body: JSON.stringify(body),
  });
}

/**
 * Signs in; throws a GraphFault with the service's own words if it refuses. If a second factor is on, nobody is signed
 * in yet, and the token for the second step is returned.
 */
export async function signIn(username: string, password: string): Promise<{ readonly pendingToken?: string }> {
  const { pendingToken } = await begin('/auth/sign-in', { username, password });
  return pendingToken === undefined ? {} : { pendingToken };
}

/** Ends a sign-in with the second factor's code or a recovery code; throws as `signIn` does. */
export async function signInSecondStep(pendingToken: string, code: string): Promise<void> {
  await begin('/auth/second-step', { pendingToken, code });
}

/** Whether there is an outside provider for sign-in; false also if that cannot be asked. */
export async function hasOutsideProvider(): Promise<boolean> {
  const answer = await fetch('/auth/ways').catch(() => undefined);
  if (answer?.ok !== true) return false;
  const { outside } = (await answer.json().catch(() => ({}))) as { readonly outside?: boolean };
  return outside === true;
}

/** Changed whenever a session begins or ends in this browser: its pages share the cookie, and hear of it. */
const sessionKey = 'nuangong.session';

function tellOtherPages(): void {
  globalThis.localStorage?.setItem(sessionKey, String(Date.now()));
}

globalThis.window?.addEventListener('storage', ({ key }) => {
  if (key === sessionKey && accessToken !== undefined) end();
});

async function begin(path: string, given: object): Promise<Partial<SignedIn>> {
  const answer = await post(path, given);
  const body = (await answer.json().catch(() => ({}))) as Partial<SignedIn> & Refusal;
  if (!answer.ok || (body.accessToken ?? body.pendingToken) === undefined) throw faultOf(body, answer.status);
  keep(body);
  if (accessToken !== undefined) tellOtherPages();
  return body;
}

function keep(answer: Partial<SignedIn> | undefined): void {
  accessToken = answer?.accessToken;
  if (accessToken !== undefined) sessionIsOver = false;
  passwordIsGiven = answer?.mustChangePassword ?? false;
}

const endListeners = new Set<() => void>();

/** Calls the listener when the session of this page expires or is ended elsewhere; returns how to stop. */
export function whenSessionEnds(listener: () => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

/** Whether the session of this page expired or was ended elsewhere; true until the next sign-in. */
export function sessionHasEnded(): boolean {
  return sessionIsOver;
}

/** Whether the signed-in person must first change a password set by somebody else. */
export function mustChangePassword(): boolean {
  return passwordIsGiven;
}

function faultOf({ problems }: Refusal, status: number): GraphFault {
  const problem = problems?.[0];
  const code = problem?.code ?? 'SERVICE_UNAVAILABLE';
  return new GraphFault(problem?.[language()] ?? '', status, code, undefined, problem);
}

/**
 * Asks for a new access token with the cookie; concurrent callers share one request. False: nobody is signed in.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  const answer = await post('/auth/refresh', {});
  // A refusal of too many requests does not mean signed out.
  if (answer.status === 429) throw faultOf((await answer.json().catch(() => ({}))) as Refusal, answer.status);
  if (answer.status >= 500) throw new GraphFault('', answer.status, 'SERVICE_UNAVAILABLE');
  const body = (await answer.json().catch(() => ({}))) as Partial<SignedIn>;
  if (accessToken !== undefined && !answer.ok) end();
  else keep(answer.ok ? body : undefined);
  return accessToken !== undefined;
}

/** The session of this page is over without a sign-out here. */
function end(): void {
  keep(undefined);
  sessionIsOver = true;
  for (const listener of endListeners) listener();
}

/** Ends the session here, in the other pages of this browser, and on the server; nothing to end if it is over. */
export async function signOut(): Promise<void> {
  if (sessionIsOver) return;
  keep(undefined);
  tellOtherPages();
  await post('/auth/sign-out', {}).catch(() => undefined);
}

/** Whether somebody is signed in; without a token it tries the cookie once. */
export async function isSignedIn(): Promise<boolean> {
  return accessToken !== undefined || (await refreshSession());
}

/** A request to one of the services' own addresses (/files/…) with the token, renewed once if it expired. */
export async function fetchSignedIn(path: string, init: RequestInit = {}): Promise<Response> {
  const attempt = (): Promise<Response> => {
    const headers = new Headers(init.headers);
    const value = authorization();
    if (value !== undefined) headers.set('authorization', value);
    headers.set('accept-language', language());
    return fetch(path, { ...init, headers, credentials: 'same-origin' });
  };
  if (accessToken === undefined) await refreshSession();
  const first = await attempt();
  if (first.status !== 401 || !(await refreshSession())) return first;
  return attempt();
}

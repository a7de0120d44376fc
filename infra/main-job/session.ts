import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { demonstrationPassword } from '@nuangong/demonstration-city';

/** A signed-in member of staff at the gateway. */
export interface Session {
  readonly url: string;
  readonly accessToken: string;
  /** Sends a query; throws on errors. */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** Runs a mutation with one field; throws if it returns problems. */
  command<Value>(query: string, input: Readonly<Record<string, unknown>>): Promise<Value>;
  /** Uploads a file as a form; returns the JSON answer and its status. */
  upload<Answer>(path: string, file: string): Promise<{ readonly status: number; readonly answer: Answer }>;
  download(path: string): Promise<Response>;
}

/** Signs in, with the demonstration's password unless another is given. */
export async function signIn(url: string, username: string, password = demonstrationPassword): Promise<Session> {
  const response = await fetch(`${url}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`);
  const { accessToken } = (await response.json()) as { accessToken: string };
  return sessionWith(url, username, accessToken);
}

/** A session with an existing token; errors name `who`. */
export function sessionWith(url: string, who: string, accessToken: string): Session {
  const authorization = `Bearer ${accessToken}`;

  const ask: Session['ask'] = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const asked = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, 'x-request-id': crypto.randomUUID() },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await asked.json()) as { data?: Data; errors?: unknown };
    if (errors !== undefined || data === undefined) throw new Error(`${who}: ${JSON.stringify(errors)}\n${query}`);
    return data;
  };
  return {
    url,
    accessToken,
    ask,
    async command<Value>(query: string, input: Readonly<Record<string, unknown>>) {
      const [answer] = Object.values(await ask<Record<string, { problems: unknown[] }>>(query, { input }));
      if (answer === undefined || answer.problems.length > 0) {
        throw new Error(`${who}: ${JSON.stringify(answer?.problems)}\n${query}`);
      }
      return answer as Value;
    },
    async upload(path, file) {
      const form = new FormData();
      form.append('file', new Blob([await readFile(file)]), basename(file));
      const sent = await fetch(`${url}${path}`, { method: 'POST', headers: { authorization }, body: form });
      return { status: sent.status, answer: (await sent.json()) as never };
    },
    download: (path) => fetch(`${url}${path}`, { headers: { authorization } }),
  };
}

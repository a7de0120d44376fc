import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceFolder } from './layout.ts';

/** A sign-in of the demonstration city. */
export type SignIn = {
  readonly username: string;
  readonly password: string;
  readonly role: { readonly zh: string; readonly en: string } | string;
  readonly organization: string;
};

/** The demonstration's sign-ins, in the order of the city's work; none where the identity service names none. */
export function demonstrationSignIns(): readonly SignIn[] {
  const file = join(serviceFolder('identity'), 'demonstration-sign-ins.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : [];
}

/** The sign-ins as lines of a table for the terminal. */
export function signInLines(signIns: readonly SignIn[]): readonly string[] {
  const width = (pick: (signIn: SignIn) => string): number => Math.max(...signIns.map((signIn) => pick(signIn).length));
  const username = width((signIn) => signIn.username);
  const password = width((signIn) => signIn.password);
  return signIns.map((signIn) => {
    const role = typeof signIn.role === 'string' ? signIn.role : `${signIn.role.zh} · ${signIn.role.en}`;
    return `  ${signIn.username.padEnd(username)}  ${signIn.password.padEnd(password)}  ${role} — ${signIn.organization}`;
  });
}

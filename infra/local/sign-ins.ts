import { demonstrationSignIns, type DemonstrationSignIn } from '@nuangong/demonstration-city';

export { demonstrationSignIns };

/** The sign-ins as lines of a table for the terminal. */
export function signInLines(signIns: readonly DemonstrationSignIn[]): readonly string[] {
  const width = (pick: (signIn: DemonstrationSignIn) => string): number =>
    Math.max(...signIns.map((signIn) => pick(signIn).length));
  const username = width((signIn) => signIn.username);
  const password = width((signIn) => signIn.password);
  return signIns.map((signIn) => {
    const role = `${signIn.role.zh} · ${signIn.role.en}`;
    return `  ${signIn.username.padEnd(username)}  ${signIn.password.padEnd(password)}  ${role} — ${signIn.organization}`;
  });
}

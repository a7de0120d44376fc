import { fetchSignedIn } from './session.ts';
import type { Problem } from './command.ts';
import { GraphFault } from './fault.ts';
import { askBeforeLeaving } from './leaving.ts';

/** Sends one file with its fields; the answer's problems say why it was not accepted. */
export async function sendFile(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly problems: readonly Problem[] }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file);
  const answer = await askBeforeLeaving(fetchSignedIn(path, { method: 'POST', body: form }));
  if (answer.ok) return { problems: [] };
  const body = (await answer.json().catch(() => ({}))) as { readonly problems?: readonly Problem[] };
  if (body.problems === undefined) throw new GraphFault('', answer.status, 'SERVICE_UNAVAILABLE');
  return { problems: body.problems };
}

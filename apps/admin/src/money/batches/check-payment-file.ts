import { fetchSignedIn } from '../../base/graph/session.ts';

/** The result of checking a file: one that was made, unchanged; not one of them; or the check failed. */
export type CheckedFile =
  | { readonly kind: 'MADE'; readonly name: string; readonly madeBy: string; readonly madeAt: string }
  | { readonly kind: 'UNKNOWN'; readonly name: string }
  | { readonly kind: 'UNREAD' };

interface Answer {
  readonly made: { readonly madeBy: string; readonly madeAt: string } | null;
}

/** Compares a payment file with those that were made of its batch. */
export async function checkPaymentFile(url: string, file: File): Promise<CheckedFile> {
  try {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await fetchSignedIn(url, { method: 'POST', headers, body: file });
    if (!answer.ok) return { kind: 'UNREAD' };
    const { made } = (await answer.json()) as Answer;
    const { name } = file;
    return made === null ? { kind: 'UNKNOWN', name } : { kind: 'MADE', name, madeBy: made.madeBy, madeAt: made.madeAt };
  } catch {
    return { kind: 'UNREAD' };
  }
}

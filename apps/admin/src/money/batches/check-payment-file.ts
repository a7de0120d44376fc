import { fetchSignedIn } from '../../base/graph/session.ts';

/** What is known of a file in hand: one that was made, unchanged; none that was; or it could not be seen. */
export type CheckedFile =
  | { readonly kind: 'MADE'; readonly name: string; readonly madeBy: string; readonly madeAt: string }
  | { readonly kind: 'UNKNOWN'; readonly name: string }
  | { readonly kind: 'UNREAD' };

interface Answer {
  readonly made: { readonly madeBy: string; readonly madeAt: string } | null;
}

/** Sends a payment file to be compared with those that were made of its batch. */
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

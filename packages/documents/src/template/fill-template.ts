import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { takeTurns } from '@nuangong/primitives';

/** The texts of a document by the names of its tags; a list repeats the rows or paragraphs between its two tags. */
export type TemplateWords = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/** What the worker gets and posts. */
export interface TemplateWork {
  readonly template: Uint8Array<ArrayBuffer>;
  readonly words: TemplateWords;
}
export type FilledTemplate =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly missing: readonly string[] };

const filler = new URL('./template.worker.ts', import.meta.url);
const inTurn = takeTurns(2);

/**
 * Fills a template (.docx) with words, in a worker: `{name}` becomes its text, line breaks kept, in the template's own
 * fonts; `{#rows}` … `{/rows}` repeats. Throws if a tag has no text, so that no document is issued with a gap.
 *
 * @param template a file of the repository, edited with Word or WPS.
 */
export async function fillTemplate(template: URL, words: TemplateWords): Promise<Uint8Array<ArrayBuffer>> {
  const work: TemplateWork = { template: Uint8Array.from(await readFile(template)), words };
  const filled = await inTurn(() => fill(work));
  if (filled.ok) return filled.bytes;
  throw new Error(`no words for ${filled.missing.join(', ')} of ${template.pathname.split('/').at(-1)}`);
}

function fill(work: TemplateWork): Promise<FilledTemplate> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(filler, { workerData: work });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the template was not filled: ${code}`)));
  });
}

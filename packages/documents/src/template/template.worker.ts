import { parentPort, workerData } from 'node:worker_threads';
import { TagDisposition, TemplateHandler, type Tag, type TemplateData } from 'easy-template-x';
import type { FilledTemplate, TemplateWork, TemplateWords } from './fill-template.ts';

/** Fills a template outside the service's main thread (5,000 rows take ten seconds) and posts the result. */
const { template, words } = workerData as TemplateWork;
const handler = new TemplateHandler();
const filled = await fill();
parentPort?.postMessage(filled, filled.ok ? [filled.bytes.buffer] : []);

async function fill(): Promise<FilledTemplate> {
  const missing = missingIn(await handler.parseTags(Buffer.from(template)));
  if (missing.length > 0) return { ok: false, missing };
  const bytes = await handler.process(Buffer.from(template), printable(words));
  return { ok: true, bytes: Uint8Array.from(bytes) };
}

/** The tags without a text: within a list, those that one of its rows lacks. */
function missingIn(tags: readonly Tag[]): readonly string[] {
  let rows: readonly Readonly<Record<string, string>>[] | undefined;
  const missing = new Set<string>();
  for (const { name, disposition } of tags) {
    const given = words[name];
    if (disposition === TagDisposition.Close) rows = undefined;
    else if (rows !== undefined) {
      if (rows.some((row) => row[name] === undefined)) missing.add(name);
    } else if (given === undefined) missing.add(name);
    else if (typeof given !== 'string') rows = given;
  }
  return [...missing];
}

/** Without the characters that XML cannot hold: a document with one does not open. */
function printable(given: TemplateWords): TemplateData {
  const clean = (text: string): string => text.toWellFormed().replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  const cleanRow = (row: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, clean(text)]));
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? clean(value) : value.map(cleanRow),
    ]),
  );
}

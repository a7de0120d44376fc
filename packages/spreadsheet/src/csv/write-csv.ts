import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { guardFormula } from '../formula-guard.ts';

/** One field as written: quoted if necessary, formulas guarded. */
export function csvField(text: string): string {
  const guarded = guardFormula(text);
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A number of 12 digits or more in the form that prevents spreadsheet programs from rounding it: ="5227…". */
export function keptDigits(text: string): string {
  return /^\d{11,}[\dXx]$/.test(text) ? `"=""${text}"""` : csvField(text);
}

/** Streams complete lines into a text file in UTF-8 with byte order mark and CRLF line ends. */
export async function writeCsvLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const file = createWriteStream(path);
  const failed = once(file, 'error').then(([fault]: unknown[]) => {
    throw fault;
  });
  failed.catch(() => undefined);
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await Promise.race([once(file, 'drain'), failed]);
  };
  try {
    let pending = '\uFEFF';
    for await (const line of lines) {
      pending += `${line}\r\n`;
      if (pending.length < 64 * 1024) continue;
      await write(pending);
      pending = '';
    }
    await write(pending);
  } finally {
    file.end();
    await Promise.race([once(file, 'close'), failed]);
  }
}

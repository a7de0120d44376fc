import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { refuseRequest, type Language } from '@nuangong/subgraph';

/** The texts of the admitted operations. */
export type AdmittedOperations = ReadonlySet<string>;

const manifest = z.record(z.string(), z.string());

/** Reads the list that the console's build wrote: each operation's text by its SHA-256. */
export async function readAdmittedOperations(file: string): Promise<AdmittedOperations> {
  return new Set(Object.values(manifest.parse(JSON.parse(await readFile(file, 'utf8')))));
}

/** The refusal of an operation that is not on the list: most likely the page was opened before an update. */
export const notAdmitted = {
  zh: '本页面与系统的版本不一致，刷新页面后继续办理',
  en: 'This page is of another version than the system. Reload it and continue.',
} as const;

/** Throws OPERATION_NOT_ADMITTED unless the list contains the exact text of the request's body. */
export function demandAdmitted(admitted: AdmittedOperations, body: unknown, language: Language): void {
  const text = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  if (typeof text === 'string' && admitted.has(text)) return;
  throw refuseRequest('OPERATION_NOT_ADMITTED', notAdmitted, language);
}

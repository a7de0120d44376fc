import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { refuseRequest } from '@nuangong/subgraph';

/** The texts of the operations that are let through. */
export type AdmittedOperations = ReadonlySet<string>;

const manifest = z.record(z.string(), z.string());

/** Reads the list that the console's build wrote: each operation's text by its SHA-256. */
export async function readAdmittedOperations(file: string): Promise<AdmittedOperations> {
  return new Set(Object.values(manifest.parse(JSON.parse(await readFile(file, 'utf8')))));
}

/** What somebody is told whose operation is not on the list: most likely a page that was open since before an update. */
export const notAdmitted = {
  zh: '本页面与系统的版本不一致，刷新页面后继续办理',
  en: 'This page is of another version than the system. Reload it and continue.',
} as const;

interface Asked {
  readonly body: unknown;
  readonly query: unknown;
}

/** Throws OPERATION_NOT_ADMITTED unless the request's text is one of the list, letter for letter. */
export function demandAdmitted(admitted: AdmittedOperations, asked: Asked, language: 'zh' | 'en'): void {
  const texts = [asked.body, asked.query].flatMap((part) => textsOf(part));
  if (texts.length > 0 && texts.every((text) => typeof text === 'string' && admitted.has(text))) return;
  throw refuseRequest('OPERATION_NOT_ADMITTED', notAdmitted, language);
}

function textsOf(part: unknown): readonly unknown[] {
  return typeof part === 'object' && part !== null && 'query' in part ? [part.query] : [];
}

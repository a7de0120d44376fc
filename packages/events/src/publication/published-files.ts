import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asyncApiDocument } from './async-api.ts';
import { incompatibilities } from './compatibility.ts';
import { schemaFiles, type JsonSchema } from './json-schemas.ts';

/** Where the generated files are committed. */
export const publishedDirectory = join(import.meta.dirname, '..', '..', 'generated-contracts');

/** Every generated file by name, with the content that it should have. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, JsonSchema>([...schemaFiles(), ['asyncapi.json', asyncApiDocument()]]);
  return new Map([...files].map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`]));
}

/** Every committed file by name. */
export async function publishedFiles(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(publishedDirectory)).filter((name) => name.endsWith('.json')).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(publishedDirectory, name), 'utf8')] as const),
    ),
  );
}

/** Changes that would break readers of the committed schemas: changed or withdrawn versions, in words. */
export function brokenPromises(
  published: ReadonlyMap<string, string>,
  generated: ReadonlyMap<string, string>,
): readonly string[] {
  return [...published].flatMap(([name, text]) => {
    if (name === 'asyncapi.json') return [];
    const next = generated.get(name);
    if (next === undefined) return [`${name} was withdrawn: events of this version may still be on their way`];
    return incompatibilities(JSON.parse(text), JSON.parse(next)).map((broken) => `${name}: ${broken}`);
  });
}

/** Writes all generated files; refuses when that would break a published version. */
export async function publishFiles(): Promise<void> {
  const generated = generatedFiles();
  const broken = brokenPromises(await publishedFiles(), generated);
  if (broken.length > 0) {
    throw new Error(`A published version may only gain optional fields; make a new one:\n  ${broken.join('\n  ')}`);
  }
  for (const [name, text] of generated) await writeFile(join(publishedDirectory, name), text);
}

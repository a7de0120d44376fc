import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, root } from './source-files.ts';

const files = filesOf('{apps,services,packages,infra,docs,.ci}/**/*.*').map(({ path }) => path);
const documents = filesOf('{README.md,{apps,services,packages,infra,docs}/**/*.md}');

/** A file name of ours in backquotes: `pay-batch.ts`, `infra/compose.yaml`. */
const quotedFile = /`((?:[\w.-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:ts|tsx|sql|md|yaml|graphql))`/g;
const linkedFile = /\]\((?!https?:|#)([^)#]+)/g;

test('every file that a document names exists', () => {
  expect(documents.length).toBeGreaterThan(20);
  const missing = documents.flatMap(({ path, text }) => {
    const quoted = [...text.matchAll(quotedFile)].map(([, name = '']) => name);
    const linked = [...text.matchAll(linkedFile)].map(([, name = '']) => name);
    return [
      ...quoted.filter(
        (name) =>
          ![dirname(path), '.'].some((folder) => existsSync(join(root, folder, name))) &&
          !files.some((file) => file.endsWith(`/${name}`)),
      ),
      ...linked.filter((name) => !existsSync(join(root, dirname(path), name))),
    ].map((name) => `${path}: ${name}`);
  });
  expect(missing).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSecrets, makeSecrets } from './secrets.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'nuangong-secrets-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test.each(['auditKey', 'gatewayKey'] as const)(
  'an older installation gets its missing %s once, and keeps its other secrets',
  (name) => {
    const { [name]: _none, ...older } = makeSecrets();
    writeFileSync(join(directory, 'secrets.json'), JSON.stringify(older));
    const secrets = keepSecrets(directory);
    expect(secrets).toMatchObject(older);
    expect(Buffer.from(secrets[name], 'base64')).toHaveLength(32);
    expect(keepSecrets(directory)).toEqual(secrets);
  },
);

test('a file that lacks another key is refused and left unchanged', () => {
  const { fieldKey: _none, ...broken } = makeSecrets();
  writeFileSync(join(directory, 'secrets.json'), JSON.stringify(broken));
  expect(() => keepSecrets(directory)).toThrow(/not whole/);
  expect(JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8'))).toEqual(broken);
});

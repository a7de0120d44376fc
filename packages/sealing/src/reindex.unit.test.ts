import { expect, test } from 'vitest';
import { masterKeys } from './master-keys.ts';
import { reindex, SameIndexKey } from './reindex.ts';
import { readKey } from './secret-key.ts';

test('an index is not rewritten under its own key, since the pass over the rows would never end', async () => {
  const base64 = Buffer.alloc(32, 7).toString('base64');
  const [key, before] = [readKey(base64, 'BLIND_INDEX_KEY'), readKey(base64, 'BLIND_INDEX_KEY_OTHER')];
  const nowhere = {
    service: 'case-records',
    ownerUrl: 'postgres://nobody@127.0.0.1:1/nowhere',
    cipher: 'AES256GCM',
  } as const;
  await expect(reindex({ ...nowhere, masters: masterKeys(key), key, before })).rejects.toThrow(SameIndexKey);
});

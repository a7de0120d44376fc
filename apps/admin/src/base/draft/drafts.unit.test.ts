import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DraftKeeper, type DraftStore } from './drafts.ts';

const keyOf = () => randomBytes(32).toString('base64');
const [clerksKey, othersKey] = [keyOf(), keyOf()];
const draft = { typed: { headName: '王秀英', bankAccount: '6222021234567890123' }, at: '2026-12-08T01:30:00.000Z' };

let disk: Map<string, string>;
let store: DraftStore;
beforeEach(() => {
  disk = new Map();
  store = {
    getItem: (name) => disk.get(name) ?? null,
    setItem: (name, value) => void disk.set(name, value),
    removeItem: (name) => void disk.delete(name),
  };
});

async function atWindow(account: string, key: string): Promise<DraftKeeper> {
  const keeper = new DraftKeeper(store);
  await keeper.open(account, key);
  return keeper;
}

async function typeSomething(): Promise<DraftKeeper> {
  const keeper = await atWindow('clerk', clerksKey);
  keeper.keep('register-household', draft);
  await keeper.settled();
  return keeper;
}

describe('unsent form input', () => {
  test('is restored when the account signs in again after its session ended', async () => {
    (await typeSomething()).close();
    expect((await atWindow('clerk', clerksKey)).get('register-household')).toEqual(draft);
  });

  test('is stored sealed', async () => {
    await typeSomething();
    const [sealed = ''] = disk.values();
    const bytes = Buffer.from(sealed, 'base64').toString('utf8');
    for (const text of ['王秀英', '6222021234567890123', 'headName']) expect(bytes).not.toContain(text);
  });

  test('is neither shown to the next account on the machine nor lost by its work', async () => {
    (await typeSomething()).close();
    const next = await atWindow('reviewer', othersKey);
    expect([next.get('register-household'), next.count]).toEqual([undefined, 0]);
    next.keep('register-household', { ...draft, typed: 'another' });
    await next.settled();
    next.wipe();
    expect((await atWindow('clerk', clerksKey)).get('register-household')).toEqual(draft);
  });

  test('cannot be opened with another key', async () => {
    (await typeSomething()).close();
    expect((await atWindow('clerk', othersKey)).count).toBe(0);
  });

  test('is wiped when the account signs out', async () => {
    const keeper = await typeSomething();
    keeper.keep('register-household', { ...draft, typed: 'late' });
    keeper.wipe();
    await keeper.settled();
    expect([disk.size, keeper.count]).toEqual([0, 0]);
  });

  test('is deleted when its form is sent; that of other forms stays', async () => {
    const keeper = await typeSomething();
    keeper.keep('open-fund', draft);
    keeper.drop('register-household');
    await keeper.settled();
    const again = await atWindow('clerk', clerksKey);
    expect([again.get('register-household'), again.get('open-fund')]).toEqual([undefined, draft]);
  });

  test('notifies its listeners', async () => {
    const keeper = await atWindow('clerk', clerksKey);
    let told = 0;
    const stop = keeper.whenChanged(() => (told += 1));
    keeper.keep('a', draft);
    keeper.drop('a');
    stop();
    keeper.keep('a', draft);
    expect(told).toBe(2);
  });

  test('from before the account’s key arrives is stored when it does', async () => {
    const keeper = new DraftKeeper(store);
    keeper.keep('register-household', draft);
    expect([keeper.get('register-household'), keeper.outlastsPage, disk.size]).toEqual([draft, false, 0]);
    await keeper.open('clerk', clerksKey);
    await keeper.settled();
    expect(keeper.outlastsPage).toBe(true);
    expect((await atWindow('clerk', clerksKey)).get('register-household')).toEqual(draft);
  });

  test('is lost without an error when the store is full', async () => {
    store = {
      ...store,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const keeper = await typeSomething();
    expect(keeper.get('register-household')).toEqual(draft);
  });
});

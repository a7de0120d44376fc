/** The unsent input of one form. */
export interface Draft {
  readonly typed: unknown;
  /** When it was last kept, as an instant. */
  readonly at: string;
}

/** Where sealed drafts are stored on this machine: the browser's own store, or a test's. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type Drafts = Readonly<Record<string, Draft>>;

const none: Drafts = {};

/**
 * The drafts of the signed-in account, sealed on this machine under the account's own key (AES-256-GCM): they are
 * available again after the session has ended and the account signs in again, and nobody else at the desk can read
 * them.
 */
export class DraftKeeper {
  readonly #store: DraftStore;
  #account: { readonly name: string; readonly key: CryptoKey } | undefined;
  #drafts: Drafts = none;
  #writing: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  constructor(store: DraftStore) {
    this.#store = store;
  }

  /**
   * Opens the drafts of an account; its key comes from the server, as 32 bytes in base64. If the browser has no
   * cryptography (a page that came neither over TLS nor from this machine), drafts stay in memory.
   */
  async open(account: string, key: string): Promise<void> {
    const name = `nuangong.drafts.${account}`;
    const subtle: SubtleCrypto | undefined = crypto.subtle;
    if (this.#account?.name === name || subtle === undefined) return;
    const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
    const imported = await subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const kept = await unseal(this.#store.getItem(name), imported);
    this.#account = { name, key: imported };
    this.#change({ ...kept, ...this.#drafts });
  }

  /** Whether drafts outlast this page. */
  get outlastsPage(): boolean {
    return this.#account !== undefined;
  }

  /** Clears the open drafts; sealed ones stay for the account's next session. */
  close(): void {
    this.#account = undefined;
    this.#drafts = none;
    this.#tell();
  }

  /** Wipes the account's drafts from this machine. */
  wipe(): void {
    if (this.#account !== undefined) this.#store.removeItem(this.#account.name);
    this.close();
  }

  get(form: string): Draft | undefined {
    return this.#drafts[form];
  }

  get count(): number {
    return Object.keys(this.#drafts).length;
  }

  keep(form: string, draft: Draft): void {
    this.#change({ ...this.#drafts, [form]: draft });
  }

  drop(form: string): void {
    if (this.#drafts[form] === undefined) return;
    const { [form]: _, ...others } = this.#drafts;
    this.#change(others);
  }

  /** Calls the listener after each change; returns how to stop. */
  whenChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything kept so far is sealed. */
  settled(): Promise<void> {
    return this.#writing;
  }

  #change(drafts: Drafts): void {
    const account = this.#account;
    this.#drafts = drafts;
    this.#tell();
    if (account === undefined) return;
    this.#writing = this.#writing.then(async () => {
      // Only the last of several waiting changes is written; a wiped account keeps nothing.
      if (this.#drafts !== drafts || this.#account !== account) return;
      const sealed = await seal(drafts, account.key);
      if (this.#account !== account) return;
      try {
        this.#store.setItem(account.name, sealed);
      } catch {
        // A full or unavailable store keeps nothing; drafts stay in memory.
      }
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const ivBytes = 12;

async function seal(drafts: Drafts, key: CryptoKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    new TextEncoder().encode(JSON.stringify(drafts)),
  );
  return btoa(Array.from([...iv, ...new Uint8Array(sealed)], (byte) => String.fromCharCode(byte)).join(''));
}

/** A text of another program, or sealed under another key, gives no drafts. */
async function unseal(text: string | null, key: CryptoKey): Promise<Drafts> {
  if (text === null) return none;
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const iv = bytes.subarray(0, ivBytes);
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(ivBytes));
    return JSON.parse(new TextDecoder().decode(plain)) as Drafts;
  } catch {
    return none;
  }
}

/** The drafts of this window. */
export const drafts = new DraftKeeper(globalThis.localStorage);

/** Words by key, nested as the screens are. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** The same keys as `T`, each with its own words. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** The words of one folder's screens in both languages. A key missing in either language is a compile error. */
export interface Messages<T> {
  readonly zh: T;
  readonly en: SameKeys<T>;
}

/** Pairs Chinese words with English ones under the same keys. */
export function defineMessages<const T extends Words>(zh: T, en: SameKeys<T>): Messages<T> {
  return { zh, en };
}

/** The dotted paths of the words in `T`. */
export type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

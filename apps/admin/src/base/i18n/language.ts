/** The two languages of the console. */
export type Language = 'zh' | 'en';

const storageKey = 'nuangong.language';

let current: Language = remembered();

function remembered(): Language {
  try {
    const kept = globalThis.localStorage?.getItem(storageKey);
    return kept === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** The language in use; Chinese until another is chosen. */
export function language(): Language {
  return current;
}

/** Chooses the language, keeps it for the next visit, and sets the document's language (Han glyphs depend on it). */
export function chooseLanguage(chosen: Language): void {
  current = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // A browser without storage still shows the chosen language until it is closed.
  }
}

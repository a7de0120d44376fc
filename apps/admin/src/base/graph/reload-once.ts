const key = 'nuangong.reloaded';

/** Whether this window may reload by itself: once until the console has loaded; never without storage to note it in. */
export function mayReloadByItself(): boolean {
  try {
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, 'yes');
    return true;
  } catch {
    return false;
  }
}

/** The console has loaded: the next time its files are gone, this window may reload again. */
export function noteLoaded(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Without storage it never reloads by itself.
  }
}

/** The version and the name under which react-admin keeps its settings in the browser. */
export const storeOfSettings = { version: '1', name: 'nuangong' } as const;

/** The colours last chosen in this browser, or those of the machine. */
export function rememberedColours(): 'light' | 'dark' {
  const kept = readKept();
  if (kept === '"light"' || kept === '"dark"') return kept === '"dark"' ? 'dark' : 'light';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function readKept(): string | null {
  try {
    return localStorage.getItem(`RaStore${storeOfSettings.name}.theme`);
  } catch {
    return null;
  }
}

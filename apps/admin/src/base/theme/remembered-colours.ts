import useMediaQuery from '@mui/material/useMediaQuery';

/** The version and the name under which react-admin keeps its settings in the browser. */
export const storeOfSettings = { version: '1', name: 'nuangong' } as const;

/** The colours last chosen in this browser, or those of the machine. */
export function useRememberedColours(): 'light' | 'dark' {
  const machine = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true }) ? 'dark' : 'light';
  const kept = readKept();
  if (kept === '"light"') return 'light';
  return kept === '"dark"' ? 'dark' : machine;
}

function readKept(): string | null {
  try {
    return localStorage.getItem(`RaStore${storeOfSettings.name}.theme`);
  } catch {
    return null;
  }
}

import { useStore } from 'react-admin';

/** Light, dark, or the machine's setting. */
export type ColourMode = 'light' | 'dark' | 'system';

/** The chosen colour mode; react-admin keeps it under `theme`, and no value there means the machine's setting. */
export function useColourMode(): readonly [ColourMode, (mode: ColourMode) => void] {
  const [kept, keep] = useStore<'light' | 'dark' | undefined>('theme');
  return [kept ?? 'system', (mode) => keep(mode === 'system' ? undefined : mode)];
}

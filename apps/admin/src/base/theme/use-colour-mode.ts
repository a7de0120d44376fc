import { useStore } from 'react-admin';

/** Light, dark, or as the machine is set. */
export type ColourMode = 'light' | 'dark' | 'system';

/** The chosen colours; react-admin keeps its choice under `theme`, and none there means the machine's. */
export function useColourMode(): readonly [ColourMode, (mode: ColourMode) => void] {
  const [kept, keep] = useStore<'light' | 'dark' | undefined>('theme');
  return [kept ?? 'system', (mode) => keep(mode === 'system' ? undefined : mode)];
}

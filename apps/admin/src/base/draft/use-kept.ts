import { useCallback, useSyncExternalStore } from 'react';
import { drafts } from './drafts.ts';

/** The kept input of a form, undefined if there is none; without a name nothing is kept. */
export function useKept<Typed>(form: string | undefined): {
  readonly kept: Typed | undefined;
  /** When it was last stored beyond this page, as an instant. */
  readonly keptAt: string | undefined;
  readonly keep: (typed: Typed) => void;
  readonly drop: () => void;
} {
  const listen = useCallback((listener: () => void) => drafts.whenChanged(listener), []);
  const kept = useSyncExternalStore(listen, () => (form === undefined ? undefined : drafts.get(form)));
  return {
    kept: kept?.typed as Typed | undefined,
    keptAt: drafts.outlastsPage ? kept?.at : undefined,
    keep(typed) {
      if (form !== undefined) drafts.keep(form, { typed, at: new Date().toISOString() });
    },
    drop() {
      if (form !== undefined) drafts.drop(form);
    },
  };
}

/** How many forms have unsent input. */
export function useDraftCount(): number {
  const listen = useCallback((listener: () => void) => drafts.whenChanged(listener), []);
  return useSyncExternalStore(listen, () => drafts.count);
}

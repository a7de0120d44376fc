import { useState } from 'react';
import { useStore } from 'react-admin';
import type { Typed } from './field.ts';

interface Draft {
  readonly typed: Typed;
  /** When it was last kept, as an instant. */
  readonly at: string;
}

/** What is typed into a form, kept on this machine until it is sent or cleared; secrets are never kept. */
export function useDraft(
  key: string | undefined,
  initial: Typed,
  secrets: readonly string[],
): {
  readonly typed: Typed;
  readonly keptAt: string | undefined;
  readonly type: (name: string, value: string) => void;
  readonly clear: () => void;
} {
  const [kept, keep] = useStore<Draft | undefined>(`draft.${key ?? 'none'}`, undefined);
  const [typed, setTyped] = useState<Typed>({ ...initial, ...(key === undefined ? {} : kept?.typed) });
  return {
    typed,
    keptAt: key === undefined ? undefined : kept?.at,
    type(name, value) {
      const next = { ...typed, [name]: value };
      setTyped(next);
      const keepable = Object.fromEntries(Object.entries(next).filter(([each]) => !secrets.includes(each)));
      if (key !== undefined) keep({ typed: keepable, at: new Date().toISOString() });
    },
    clear() {
      setTyped(initial);
      keep(undefined);
    },
  };
}

import { useEffect, useState } from 'react';
import type { Typed } from './field.ts';
import { useKept } from '../draft/use-kept.ts';

/** The input of a form, kept for this account on this machine until it is sent or cleared; secrets are never kept. */
export function useDraft(
  form: string | undefined,
  initial: Typed,
  secrets: readonly string[],
): {
  readonly typed: Typed;
  readonly keptAt: string | undefined;
  /** Something differs from what the form began with. */
  readonly isTyped: boolean;
  readonly type: (name: string, value: string) => void;
  readonly clear: () => void;
} {
  const { kept, keptAt, keep, drop } = useKept<Typed>(form);
  const [typed, setTyped] = useState<Typed>({ ...initial, ...kept });
  const [touched, setTouched] = useState(false);
  // The account's drafts may become available a moment after the form.
  useEffect(() => {
    if (!touched && kept !== undefined) setTyped((before) => ({ ...before, ...kept }));
  }, [touched, kept]);
  return {
    typed,
    keptAt,
    isTyped: Object.entries(typed).some(([name, value]) => value !== (initial[name] ?? '')),
    type(name, value) {
      const next = { ...typed, [name]: value };
      setTouched(true);
      setTyped(next);
      keep(Object.fromEntries(Object.entries(next).filter(([each]) => !secrets.includes(each))));
    },
    clear() {
      setTyped(initial);
      drop();
    },
  };
}

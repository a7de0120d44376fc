import { useEffect, useRef } from 'react';

const markOf = (): unknown => (window.history.state as { readonly dialog?: unknown } | null)?.dialog;

let dialogs = 0;

/** The mark of a history entry whose dialog has just closed: removed immediately, unless another dialog reuses it. */
let spent: unknown;

/** While a dialog is open, the browser's back button closes it instead of leaving the page. */
export function useBackCloses(open: boolean, leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (!open) return undefined;
    dialogs += 1;
    const mark = dialogs;
    const lay = (): void => window.history.pushState({ ...(window.history.state as object | null), dialog: mark }, '');
    const back = (): void => {
      // Of several dialogs only the topmost closes: those below still have their mark.
      if (markOf() === mark || mark !== topmost()) return;
      lay();
      latest.current();
    };
    openMarks.push(mark);
    if (spent !== undefined && markOf() === spent) {
      window.history.replaceState({ ...(window.history.state as object), dialog: mark }, '');
      spent = undefined;
    } else lay();
    window.addEventListener('popstate', back);
    return () => {
      window.removeEventListener('popstate', back);
      openMarks.splice(openMarks.indexOf(mark), 1);
      // Closing by a button also removes the entry; going on to another page keeps it.
      spent = mark;
      setTimeout(() => {
        if (spent !== mark) return;
        spent = undefined;
        if (markOf() === mark) window.history.back();
      });
    };
  }, [open]);
}

const openMarks: number[] = [];
const topmost = (): number | undefined => openMarks.at(-1);

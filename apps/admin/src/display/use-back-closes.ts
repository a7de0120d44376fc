import { useEffect, useRef } from 'react';

const markOf = (): unknown => (window.history.state as { readonly dialog?: unknown } | null)?.dialog;

let dialogs = 0;

/** While something lies over the page, the browser's back button means "leave it" and not "leave the page". */
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
      // Of several dialogs only the topmost is left: those below still have their mark.
      if (markOf() === mark || mark !== topmost()) return;
      lay();
      latest.current();
    };
    openMarks.push(mark);
    lay();
    window.addEventListener('popstate', back);
    return () => {
      window.removeEventListener('popstate', back);
      openMarks.splice(openMarks.indexOf(mark), 1);
      // Who left by a button leaves the entry too; whoever went on to another page keeps it.
      setTimeout(() => {
        if (markOf() === mark) window.history.back();
      });
    };
  }, [open]);
}

const openMarks: number[] = [];
const topmost = (): number | undefined => openMarks.at(-1);

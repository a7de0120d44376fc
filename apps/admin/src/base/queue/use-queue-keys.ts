import { useHotkeys } from 'react-hotkeys-hook';
import { useSingleKeys } from '../display/preferences.ts';

/** The actions of a queue's keys. */
export interface QueueKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly open: () => void;
  readonly select: (range: boolean) => void;
  readonly approve: () => void;
  readonly returnBack: () => void;
  readonly reject: () => void;
  readonly evidence: () => void;
  readonly search: () => void;
  readonly escape: () => void;
}

/** Whether a key belongs to something else: a text being typed or composed, a dialog, a menu, another control. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return true;
  if (event.key !== 'Enter') return false;
  return event.target instanceof Element && event.target.closest('a, button:not([data-queue-row]), summary') !== null;
}

/**
 * The keys of a queue (j k ↑ ↓ Enter x a r d n e / Esc): off in inputs, during composition and in dialogs; letters can be
 * turned off. A key held down moves on row after row, but decides once.
 */
export function useQueueKeys(keys: QueueKeys, enabled: boolean): void {
  const [singleKeys] = useSingleKeys();
  const common = { enabled, ignoreEventWhen: isElsewhere, preventDefault: true };
  const letters = { ...common, enabled: enabled && singleKeys };
  useHotkeys('down', keys.next, common);
  useHotkeys('up', keys.previous, common);
  useHotkeys('enter', keys.open, common);
  useHotkeys('escape', keys.escape, { ...common, preventDefault: false });
  useHotkeys('j', keys.next, letters);
  useHotkeys('k', keys.previous, letters);
  useHotkeys('n', keys.next, letters);
  useHotkeys('x', () => keys.select(false), letters);
  useHotkeys('shift+x', () => keys.select(true), letters);
  useHotkeys('a', (event) => event.repeat || keys.approve(), letters);
  useHotkeys('r', (event) => event.repeat || keys.returnBack(), letters);
  useHotkeys('d', (event) => event.repeat || keys.reject(), letters);
  useHotkeys('e', keys.evidence, letters);
  useHotkeys('/', keys.search, { ...letters, useKey: true });
}

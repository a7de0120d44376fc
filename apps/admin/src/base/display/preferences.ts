import { useGetIdentity, useStore } from 'react-admin';

/** Whether single keys work in queues (WCAG 2.1.4 asks that they can be turned off). */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, set] = useStore('keys.single', true);
  return [on, set];
}

/** Whether a queue opens the next row after a decision, or stays at the decided one; kept per queue and person. */
export function useOpensNext(queue: 'review' | 'approval'): readonly [boolean, (on: boolean) => void] {
  const staffId = useGetIdentity().identity?.id ?? '';
  const [on, set] = useStore(`queue.next.${queue}.${staffId}`, true);
  return [on, set];
}

/** Whether the menu is expanded. */
export function useMenuOpen(): readonly [boolean, (open: boolean) => void] {
  const [open, set] = useStore('menu.open', window.innerWidth >= 900);
  return [open, set];
}

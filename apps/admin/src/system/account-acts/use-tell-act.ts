import { useNotify } from 'react-admin';
import type { AccountActKind, AccountActState } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** Shows the result of a command on an account: that it waits for a second person, or `done` if it was carried out. */
export function useTellAct(): (
  act: { readonly state: AccountActState } | null | undefined,
  about: { readonly kind: AccountActKind; readonly name: string; readonly done: string },
) => void {
  const say = useWords();
  const notify = useNotify();
  return (act, { kind, name, done }) =>
    act?.state === 'WAITING'
      ? notify(say('accountAct.asked', { kind: say(`accountAct.kind.${kind}`), name }), {
          type: 'info',
          autoHideDuration: 10_000,
        })
      : notify(done, { type: 'success' });
}

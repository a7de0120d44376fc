import type { ReactElement } from 'react';
import type { GrantHoldCause } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** Why a grant may not be paid now, as lists and records query it. */
export interface ShownHold {
  readonly id: string;
  readonly cause: GrantHoldCause;
  readonly reason: string | null;
  readonly since: string | null;
}

/** One line for each hold: 档案已退出：户主去世（2026-12-11）. */
export function HoldLines({ holds }: { readonly holds: readonly ShownHold[] }): ReactElement {
  const inWords = useHoldInWords();
  return (
    <>
      {holds.map((hold) => (
        <div key={hold.id}>{inWords(hold)}</div>
      ))}
    </>
  );
}

/** A hold in words: its cause, why, since when. */
export function useHoldInWords(): (hold: ShownHold) => string {
  const say = useWords();
  return ({ cause, reason, since }) =>
    [
      say(`grantHoldCause.${cause}`),
      ...(reason === null || reason === '' ? [] : [say('grants.because', { reason })]),
      ...(since === null ? [] : [say('grants.since', { day: since })]),
    ].join('');
}

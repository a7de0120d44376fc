import type { ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { CorrectionPartsFragment } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { CorrectionParts } from './CorrectionParts.tsx';

/** Every correction of a household's payee, the latest first: what, why, by whom, and who confirmed it. */
export function CorrectionHistory(props: {
  readonly corrections: readonly CorrectionPartsFragment[];
}): ReactElement | null {
  const say = useWords();
  if (props.corrections.length === 0) return null;
  return (
    <PlainTable
      caption={say('payee.history')}
      rows={props.corrections}
      keyOf={(correction) => correction.id}
      columns={[
        { head: say('payee.what'), cell: (correction) => <CorrectionParts correction={correction} /> },
        { head: say('payee.why'), cell: (correction) => correction.why },
        { head: say('payee.state'), cell: (correction) => say(`payee.states.${correction.state}`) },
        {
          head: say('payee.correctedBy'),
          cell: (correction) => `${correction.correctedBy} ${moment(correction.correctedAt)}`,
        },
        {
          head: say('payee.decidedBy'),
          cell: (correction) =>
            correction.decidedBy === null
              ? '—'
              : [`${correction.decidedBy} ${moment(correction.decidedAt)}`, correction.opinion]
                  .filter(Boolean)
                  .join('；'),
        },
      ]}
    />
  );
}

import type { ReactElement } from 'react';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import type { ReviewDecision } from './use-review.ts';

/**
 * The dialogs before a review's decision: a reason for a return or rejection, the number if several are passed
 * together.
 */
export function ReviewDialogs(props: {
  readonly asking: Exclude<ReviewDecision, 'pass'> | undefined;
  readonly total: number;
  readonly selected: number;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onDecide: (decision: ReviewDecision, opinion?: string) => void;
}): ReactElement {
  const say = useWords();
  const { asking, total, selected, busy } = props;
  return (
    <>
      {asking === 'return' || asking === 'reject' ? (
        <ReasonDialog
          open
          title={asking === 'return' ? say('review.return') : say('review.rejectTitle')}
          {...(asking === 'return' ? { help: say('display.supplyHelp') } : {})}
          consequence={asking === 'return' ? say('review.returnConsequence') : say('review.rejectConsequence')}
          reasons={[say('review.reasonEvidence'), say('review.reasonIdentity'), say('review.reasonIncome')]}
          pending={busy}
          onCancel={props.onCancel}
          onDecide={(opinion) => props.onDecide(asking, opinion)}
        />
      ) : null}
      <ConfirmDialog
        open={asking === 'passSome' || asking === 'passAll'}
        title={
          asking === 'passAll' ? say('review.passAll', { count: total }) : say('review.passSome', { count: selected })
        }
        consequence={
          asking === 'passAll'
            ? say('review.passAllConsequence', { count: total })
            : say('review.passSomeConsequence', { count: selected })
        }
        pending={busy}
        onCancel={props.onCancel}
        onConfirm={() => props.onDecide(asking ?? 'passSome')}
      />
    </>
  );
}

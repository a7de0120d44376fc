import type { ReactElement } from 'react';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { useSubject } from '../../base/display/use-subject.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { LackingEvidence, useLackingEvidence } from './LackingEvidence.tsx';
import type { ReviewDecision, ReviewRow } from './use-review.ts';

/**
 * The dialogs before a review's decision: a reason for a return or rejection, the number if several are passed
 * together.
 */
export function ReviewDialogs(props: {
  readonly asking: Exclude<ReviewDecision, 'pass'> | undefined;
  readonly total: number;
  /** The rows chosen when it opened; none if it concerns all. */
  readonly rows: readonly ReviewRow[];
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onDecide: (decision: ReviewDecision, opinion?: string) => void;
}): ReactElement {
  const say = useWords();
  const subject = useSubject();
  const { asking, total, rows, busy } = props;
  const all = asking === 'passAll';
  const lacking = useLackingEvidence({ status: 'SUBMITTED', asked: all });
  const lack = all ? lacking : rows.filter(({ file }) => file.evidenceMissing.length > 0).length;
  const whom = subject({ names: rows.map((row) => row.name), ...(all && { count: total }) });
  return (
    <>
      {asking === 'return' || asking === 'reject' ? (
        <ReasonDialog
          open
          title={asking === 'return' ? say('review.return') : say('review.rejectTitle')}
          subject={whom}
          destructive={asking === 'reject'}
          help={say(asking === 'return' ? 'display.supplyHelp' : 'display.rejectHelp')}
          consequence={asking === 'return' ? say('review.returnConsequence') : say('review.rejectConsequence')}
          reasons={[say('review.reasonEvidence'), say('review.reasonIdentity'), say('review.reasonIncome')]}
          pending={busy}
          onCancel={props.onCancel}
          onDecide={(opinion) => props.onDecide(asking, opinion)}
        />
      ) : null}
      <ConfirmDialog
        open={asking === 'passSome' || asking === 'passAll'}
        title={all ? say('review.passAll', { count: total }) : say('review.passSome', { count: rows.length })}
        subject={whom}
        consequence={
          <>
            <p>
              {all
                ? say('review.passAllConsequence', { count: total })
                : say('review.passSomeConsequence', { count: rows.length })}
            </p>
            <LackingEvidence count={lack} />
          </>
        }
        waiting={lack === undefined}
        pending={busy}
        onCancel={props.onCancel}
        onConfirm={() => props.onDecide(asking ?? 'passSome')}
      />
    </>
  );
}

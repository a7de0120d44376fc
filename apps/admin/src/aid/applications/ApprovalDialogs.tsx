import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { amount, exceeds, sumOf } from '../../base/display/money.ts';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { useSubject } from '../../base/display/use-subject.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { useWorkCounts } from '../../base/next-step/use-work-counts.ts';
import { LackingEvidence } from '../../register/case-files/LackingEvidence.tsx';
import { stillMissing } from './still-missing.ts';
import type { Approval, ApprovalRow, Decision } from './use-approval.ts';

/** The open dialog and its rows: those chosen when it opened, none if it concerns all. */
export interface Asking {
  readonly kind: Exclude<Decision, 'approve'>;
  readonly rows: readonly ApprovalRow[];
}

/**
 * The dialogs before a decision: a reason for a return or rejection, for several rows the sum against the money left.
 */
export function ApprovalDialogs(props: {
  readonly asking: Asking | undefined;
  readonly approval: Approval;
  readonly available: string | undefined;
  readonly onCancel: () => void;
  readonly onDecide: (decision: Decision, opinion?: string) => void;
}): ReactElement {
  const say = useWords();
  const subject = useSubject();
  const waiting = useWorkCounts().caseWork?.applicationsAmountToApprove;
  const { approval, available } = props;
  const asking = props.asking?.kind;
  const rows = props.asking?.rows ?? [];
  const total = approval.queue.left;
  const asked =
    asking === 'approveAll'
      ? { count: total, amount: waiting ?? '0.00' }
      : { count: rows.length, amount: sumOf(rows.map((row) => row.amount)) };
  const places = { count: asked.count, amount: amount(asked.amount), available: amount(available) };
  const whom = subject({ names: rows.map((row) => row.name), count: asked.count, amount: asked.amount });
  const lack = rows.filter(({ application }) => stillMissing(application).length > 0).length;
  const short = available !== undefined && exceeds(asked.amount, available);
  return (
    <>
      {asking === 'return' || asking === 'reject' ? (
        <ReasonDialog
          open
          title={asking === 'return' ? say('approval.return') : say('approval.rejectTitle')}
          subject={whom}
          destructive={asking === 'reject'}
          help={say(asking === 'return' ? 'display.supplyHelp' : 'display.rejectHelp')}
          consequence={asking === 'return' ? say('approval.returnConsequence') : say('approval.rejectConsequence')}
          reasons={[say('approval.reasonEvidence'), say('approval.reasonChanged')]}
          pending={approval.busy}
          onCancel={props.onCancel}
          onDecide={(opinion) => props.onDecide(asking, opinion)}
        />
      ) : null}
      <ConfirmDialog
        open={asking === 'approveSome' || asking === 'approveAll'}
        title={
          asking === 'approveAll'
            ? say('approval.approveAll', { count: total })
            : say('approval.approveSome', { count: rows.length })
        }
        subject={whom}
        consequence={
          <>
            <p>
              {asking === 'approveAll'
                ? say('approval.approveAllConsequence', places)
                : say('approval.approveSomeConsequence', places)}
            </p>
            {short ? <Alert severity="warning">{say('approval.shortConsequence')}</Alert> : null}
            <LackingEvidence count={lack} />
          </>
        }
        pending={approval.busy}
        onCancel={props.onCancel}
        onConfirm={() => props.onDecide(asking ?? 'approveSome')}
      />
    </>
  );
}

import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import type { Typed } from '../../base/form/field.ts';
import type { Problem } from '../../base/graph/command.ts';
import type { AnswerBatchFindingsInput } from '../../base/graph/generated/operation-types.ts';
import type { Command } from '../../base/graph/use-command.ts';
import { AnswerFindings, answersOf, unansweredIn } from './AnswerFindings.tsx';
import type { Finding } from './use-findings.ts';

/** A decision on a batch together with answers to its open findings; a missing answer is shown beside its finding. */
export function DecideWithAnswers(props: {
  readonly batchId: string;
  readonly title: string;
  readonly consequence: string;
  /** The message after it was carried out. */
  readonly done: string;
  readonly findings: readonly Finding[];
  readonly command: Command<AnswerBatchFindingsInput, unknown>;
  readonly onClose: () => void;
}): ReactElement {
  const { command, findings } = props;
  const notify = useNotify();
  const [typed, setTyped] = useState<Typed>({});
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const problems = faults.length > 0 ? faults : command.problems;
  const decide = async (): Promise<void> => {
    const found = unansweredIn(findings, typed);
    setFaults(found);
    if (found.length > 0) return;
    if ((await command.run({ batchId: props.batchId, answers: answersOf(findings, typed) })) === undefined) return;
    notify(props.done, { type: 'success' });
    props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={props.title}
      consequence={
        <>
          <p>{props.consequence}</p>
          <AnswerFindings
            findings={findings}
            typed={typed}
            problems={problems}
            onType={(more) => setTyped({ ...typed, ...more })}
          />
        </>
      }
      typed={Object.values(typed).some((value) => value !== '')}
      problems={problems}
      pending={command.pending}
      onCancel={props.onClose}
      onConfirm={() => void decide()}
    />
  );
}

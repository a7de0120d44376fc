import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { useSubject } from '../../base/display/use-subject.ts';
import { useWorkCounts } from '../../base/next-step/use-work-counts.ts';
import { submitCaseFiles } from './commands.ts';
import { LackingEvidence, useLackingEvidence } from './LackingEvidence.tsx';

/** A file that can be submitted: its head's name, and what evidence it lacks. */
export interface SubmittableFile {
  readonly id: string;
  readonly name: string;
  readonly evidenceMissing: readonly string[];
}

/** Puts the chosen files before the county's reviewer; without a choice, all drafts. */
export function SubmitCaseFiles(props: {
  readonly files: readonly SubmittableFile[];
  readonly only?: boolean;
  readonly onSubmitted?: () => void;
}): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const command = useCommand(submitCaseFiles, { announce: true });
  const subject = useSubject();
  const { files } = props;
  const ids = files.map(({ id }) => id);
  const all = ids.length === 0;
  const lacking = useLackingEvidence({ status: 'DRAFT', asked: asking && all });
  const lack = all ? lacking : files.filter(({ evidenceMissing }) => evidenceMissing.length > 0).length;
  const words =
    props.only === true
      ? say('household.submitOne')
      : ids.length === 0
        ? say('household.submitAll')
        : say('household.submitSome', { count: ids.length });
  const { caseWork } = useWorkCounts();
  const drafts = caseWork?.drafts ?? 0;
  const submit = async (): Promise<void> => {
    const result = await command.run(ids.length === 0 ? { all: true } : { ids });
    setAsking(false);
    if (result === undefined) return;
    const refused = result.rows.filter((row) => !row.ok);
    const ok = result.rows.length - refused.length;
    const reason = refused[0]?.problems[0]?.[language] ?? '';
    if (refused.length === 0) notify(say('household.submitted', { count: ok }), { type: 'success' });
    else
      notify(say('household.submittedSome', { ok, refused: refused.length, reason }), {
        type: 'warning',
        autoHideDuration: 15_000,
      });
    props.onSubmitted?.();
  };
  if (ids.length === 0 && drafts === 0) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {words}
      </Button>
      <ConfirmDialog
        open={asking}
        title={words}
        subject={subject({ names: files.map(({ name }) => name), ...(all && { count: drafts }) })}
        waiting={lack === undefined}
        consequence={
          <>
            <p>
              {all
                ? say('household.submitAllConsequence')
                : say('household.submitSomeConsequence', { count: ids.length })}
            </p>
            <LackingEvidence count={lack} />
          </>
        }
        pending={command.pending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void submit()}
      />
    </>
  );
}

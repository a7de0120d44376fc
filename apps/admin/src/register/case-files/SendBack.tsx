import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { rejectCaseFiles, returnCaseFiles } from './commands.ts';

type Way = 'return' | 'reject';

/**
 * Returns or rejects one file from its own page: also one that has passed or is posted, as after an upheld objection.
 */
export function SendBack(props: {
  readonly caseFile: { readonly id: string; readonly nextSteps: readonly string[] };
  readonly name: string;
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const [asking, setAsking] = useState<Way>();
  const returning = useCommand(returnCaseFiles, { announce: true });
  const rejecting = useCommand(rejectCaseFiles, { announce: true });
  const { caseFile, name } = props;
  const decide = async (way: Way, opinion: string): Promise<void> => {
    const result = await (way === 'return' ? returning : rejecting).run({ ids: [caseFile.id], opinion });
    if (result === undefined) return;
    setAsking(undefined);
    const refusal = result.rows.find((row) => !row.ok)?.problems[0];
    if (refusal !== undefined) notify(refusal[language], { type: 'error', autoHideDuration: 10_000 });
    else notify(say(`review.${way}ed`, { name }), { type: 'success' });
  };
  return (
    <>
      {caseFile.nextSteps.includes('REJECT') ? (
        <Button onClick={() => setAsking('reject')}>{say('review.reject')}</Button>
      ) : null}
      {caseFile.nextSteps.includes('RETURN') ? (
        <Button onClick={() => setAsking('return')}>{say('review.return')}</Button>
      ) : null}
      {asking === undefined ? null : (
        <ReasonDialog
          open
          title={asking === 'return' ? say('review.return') : say('review.rejectTitle')}
          subject={name}
          destructive={asking === 'reject'}
          help={say(asking === 'return' ? 'display.supplyHelp' : 'display.rejectHelp')}
          consequence={asking === 'return' ? say('review.returnConsequence') : say('review.rejectConsequence')}
          reasons={[say('review.reasonObjection'), say('review.reasonEvidence'), say('review.reasonIncome')]}
          pending={returning.pending || rejecting.pending}
          onCancel={() => setAsking(undefined)}
          onDecide={(opinion) => void decide(asking, opinion)}
        />
      )}
    </>
  );
}

import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { answerObjection } from './commands.ts';
import type { PostingDetail } from './PostingRecord.tsx';

/** The objections to a posting with their answers; unanswered ones can be answered here. */
export function Objections({ posting }: { readonly posting: PostingDetail }): ReactElement {
  const say = useWords();
  const households = new Map(posting.names.map((name) => [name.caseFileId, name]));
  if (posting.objections.length === 0) return <EmptyState title={say('posting.noObjections')} />;
  return (
    <PlainTable
      caption={say('posting.objections')}
      rows={posting.objections}
      keyOf={(objection) => objection.id}
      columns={[
        {
          head: say('posting.household'),
          cell: (objection) => <Household of={households.get(objection.caseFileId)} />,
        },
        { head: say('posting.raisedBy'), cell: (objection) => objection.raisedBy },
        { head: say('posting.text'), cell: (objection) => objection.text },
        { head: say('posting.raisedAt'), cell: (objection) => moment(objection.raisedAt) },
        {
          head: say('posting.finding'),
          cell: (objection) => objection.finding ?? <StatusTag tone="wait" word={say('posting.open')} />,
        },
        {
          head: say('posting.upheld'),
          cell: (objection) =>
            objection.upheld === null ? (
              objection.mayAnswer ? (
                <AnswerObjection objectionId={objection.id} />
              ) : (
                '—'
              )
            ) : (
              say(objection.upheld ? 'posting.upheldYes' : 'posting.upheldNo')
            ),
        },
      ]}
    />
  );
}

function Household({ of }: { readonly of: PostingDetail['names'][number] | undefined }): ReactElement {
  return of === undefined ? <>—</> : <Link to={`/households/${of.householdId}`}>{of.name}</Link>;
}

function AnswerObjection({ objectionId }: { readonly objectionId: string }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(answerObjection);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('posting.answer')}</Button>
      {open ? (
        <FormDialog
          title={say('posting.answer')}
          consequence={say('posting.answerConsequence')}
          command={command}
          fields={[
            { name: 'finding', label: say('posting.finding'), kind: 'long' },
            {
              name: 'upheld',
              label: say('posting.upheld'),
              kind: 'choice',
              choices: [
                { value: 'no', word: say('posting.upheldNo') },
                { value: 'yes', word: say('posting.upheldYes') },
              ],
            },
          ]}
          onCancel={() => setOpen(false)}
          onSend={async (typed) => {
            const result = await command.run({
              objectionId,
              finding: typed['finding'] ?? '',
              upheld: typed['upheld'] === 'yes',
            });
            if (result === undefined) return false;
            notify(say('posting.answered'), { type: 'success' });
            setOpen(false);
            return true;
          }}
        />
      ) : null}
    </>
  );
}

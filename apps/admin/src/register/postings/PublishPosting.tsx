import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { useWorkCounts } from '../../base/queue/use-work-counts.ts';
import { publishPosting } from './commands.ts';

/** Posts every file that passed review: where, and from which day. */
export function PublishPosting(): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(publishPosting);
  const count = useWorkCounts().caseWork?.reviewed ?? 0;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" disabled={count === 0} onClick={() => setOpen(true)}>
        {say('posting.publishCount', { count })}
      </Button>
      {open ? (
        <FormDialog
          title={say('posting.publish')}
          consequence={say('posting.publishConsequence', { count })}
          initial={{ from: today(new Date()) }}
          command={command}
          fields={[
            { name: 'place', label: say('posting.place'), help: say('posting.placeHelp') },
            { name: 'from', label: say('posting.from'), kind: 'date', help: say('posting.fromHelp') },
          ]}
          onCancel={() => setOpen(false)}
          onSend={async (typed) => {
            const result = await command.run({
              place: typed['place'] ?? '',
              from: typed['from'] ?? '',
              allReviewed: true,
            });
            if (result?.posting === null || result?.posting === undefined) return false;
            notify(say('posting.published', { count: result.posting.caseFileCount }), { type: 'success' });
            setOpen(false);
            navigate(`/postings/${result.posting.id}`);
            return true;
          }}
        />
      ) : null}
    </>
  );
}

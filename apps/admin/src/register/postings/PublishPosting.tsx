import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { useWorkCounts } from '../../base/next-step/use-work-counts.ts';
import type { PublishingFactsQuery } from '../../base/graph/generated/operation-types.ts';
import { publishingFactsQuery } from '../../base/graph/generated/postings.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { publishPosting } from './commands.ts';

/** The number that is printed for objections: of the contact whose duty is objections or postings, else of the first. */
function phoneFor(contacts: PublishingFactsQuery['me']['organization']['contacts']): string {
  const present = contacts.filter(
    ({ inForceTo, department }) => department === null && (inForceTo === null || inForceTo >= today(new Date())),
  );
  return (present.find(({ duty }) => /异议|公示/.test(duty)) ?? present[0])?.phone ?? '';
}

/** Posts every file that passed review: where, and from which day. */
export function PublishPosting(): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(publishPosting);
  const count = useWorkCounts().caseWork?.reviewed ?? 0;
  const [open, setOpen] = useState(false);
  const facts = useAnswer(publishingFactsQuery, {});
  return (
    <>
      <Button variant="contained" disabled={count === 0} onClick={() => setOpen(true)}>
        {say('posting.publishCount', { count })}
      </Button>
      {open && facts.data !== undefined ? (
        <FormDialog
          title={say('posting.publish')}
          consequence={say('posting.publishConsequence', { count, days: facts.data.postingWorkingDays })}
          initial={{ from: today(new Date()), objectionPhone: phoneFor(facts.data.me.organization.contacts) }}
          command={command}
          fields={[
            { name: 'place', label: say('posting.place'), help: say('posting.placeHelp') },
            { name: 'from', label: say('posting.from'), kind: 'date', help: say('posting.fromHelp') },
            {
              name: 'objectionPhone',
              label: say('posting.objectionPhone'),
              optional: true,
              help: say('posting.objectionPhoneHelp'),
            },
          ]}
          onCancel={() => setOpen(false)}
          onSend={async (typed) => {
            const result = await command.run({
              place: typed['place'] ?? '',
              from: typed['from'] ?? '',
              objectionPhone: typed['objectionPhone'] ?? null,
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

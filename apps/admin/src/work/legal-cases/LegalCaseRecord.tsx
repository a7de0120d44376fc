import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day, today } from '../../base/display/dates.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { LegalCaseOutcome } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { closeLegalCase } from './commands.ts';
import { legalCaseOutcomes } from './legal-case-kinds.ts';
import { Limitation } from './Limitation.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

type LegalCase = DetailOf<'legal-cases'>;

/** One legal case: its limitation with the article, its content (only for its officer), its end. */
export default recordPage('legal-cases', function LegalCaseRecord({ record: legalCase }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const term = useTerm();
  const can = useCan();
  const [closing, setClosing] = useState(false);
  const closed = legalCase.status === 'CLOSED';
  return (
    <>
      <RecordPage
        title={`${legalCase.clientName} ${legalCase.number}`}
        lead={
          <>
            {term('legalCaseKind', legalCase.kind)} · {legalCase.organizationName}
          </>
        }
        tags={<WorkTag of="legalCaseStatus" status={legalCase.status} />}
        actions={
          !closed && legalCase.own && can('legal-case.manage') ? (
            <Button variant="contained" onClick={() => setClosing(true)}>
              {say('legalCases.close')}
            </Button>
          ) : null
        }
        notice={
          legalCase.limitationPassed ? (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {say('legalCases.passedNotice', { date: legalCase.limitationDate ?? '' })}
            </Alert>
          ) : null
        }
        facts={[
          {
            name: say('legalCases.limitation'),
            value: <Limitation date={legalCase.limitationDate} closed={closed} />,
          },
          {
            name: say('legalCases.basis'),
            value:
              legalCase.limitationBasis === null
                ? null
                : spoken(legalCase.limitationBasis, legalCase.limitationBasisEn),
          },
          {
            name: say('legalCases.openedOn'),
            value: [day(legalCase.openedOn), legalCase.dateReason].filter(Boolean).join(' '),
          },
          { name: say('legalCases.officer'), value: legalCase.officer },
          { name: say('legalCases.persons'), value: legalCase.persons },
          { name: say('legalCases.migrantWorkers'), value: legalCase.migrantWorkers },
          {
            name: say('legalCases.household'),
            value:
              legalCase.householdId === null ? null : (
                <Link to={`/households/${legalCase.householdId}`}>{say('legalCases.household')}</Link>
              ),
          },
          {
            name: say('legalCases.outcome'),
            value: closed
              ? [term('legalCaseOutcome', legalCase.outcome), day(legalCase.closedOn), legalCase.closingDateReason]
                  .filter(Boolean)
                  .join(' ')
              : null,
          },
        ]}
        tabs={[
          {
            key: 'content',
            name: say('legalCases.content'),
            content: (
              <div style={{ whiteSpace: 'pre-wrap' }}>
                {legalCase.own ? (legalCase.content ?? '—') : say('legalCases.contentHidden')}
              </div>
            ),
          },
        ]}
      />
      {closing ? <CloseLegalCase legalCase={legalCase} onClose={() => setClosing(false)} /> : null}
    </>
  );
});

function CloseLegalCase({
  legalCase,
  onClose,
}: {
  readonly legalCase: LegalCase;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const notify = useNotify();
  const command = useCommand(closeLegalCase);
  return (
    <FormDialog
      title={say('legalCases.close')}
      consequence={say('legalCases.closeConsequence', { number: legalCase.number })}
      initial={{ closedOn: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        {
          name: 'outcome',
          label: say('legalCases.outcome'),
          kind: 'choice',
          choices: legalCaseOutcomes.map((value) => ({ value, word: term('legalCaseOutcome', value) })),
        },
        { name: 'closedOn', label: say('legalCases.closedOn'), kind: 'date' },
        dateReasonField('closedOn', say('form.dateReason')),
      ]}
      onSend={async ({ outcome = '', closedOn = '', dateReason = null }) => {
        const ending = { legalCaseId: legalCase.id, outcome: outcome as LegalCaseOutcome, closedOn, dateReason };
        if ((await command.run(ending)) === undefined) return false;
        notify(say('legalCases.closed', { number: legalCase.number }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { FaultPage } from '../../base/display/FaultPage.tsx';
import { LongJob } from '../../base/display/LongJob.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { GraphFault } from '../../base/graph/fault.ts';
import { rosterImportRecordQuery } from '../../base/graph/generated/roster-imports.ts';
import type { RosterImportRecordQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import { Steps, type Step } from '../../base/record/Steps.tsx';
import { ChooseSheets } from './ChooseSheets.tsx';
import { startRosterImport } from './commands.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResult } from './ImportResult.tsx';
import { NameColumns } from './NameColumns.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { PutAway } from './PutAway.tsx';
import { groupByHeadings, hasQuestions } from './roster-field.ts';
import { RosterTag } from './RosterTag.tsx';

export type RosterImport = NonNullable<RosterImportRecordQuery['rosterImport']>;
export type RosterSheet = RosterImport['sheets'][number];

const stepWords: readonly MessageKey[] = [
  'roster.stepFile',
  'roster.stepColumns',
  'roster.stepPreview',
  'roster.stepImport',
  'roster.stepResult',
];

/** One import from its headings to its result; the page can be left at any step and opened again. */
export default function RosterImportRecord(): ReactElement {
  const say = useWords();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const [renaming, setRenaming] = useState(false);
  const { data, error, refetch, isPending } = useAnswer(
    rosterImportRecordQuery,
    { id },
    { every: (answer) => (isChanging(answer?.rosterImport) ? 500 : false) },
  );
  const roster = data?.rosterImport;
  if (error !== null) return <FaultPage fault={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rectangular" height={320} />;
  if (roster === null || roster === undefined) return <FaultPage fault={new GraphFault('', 404, 'NOT_FOUND')} />;
  const chosen = roster.sheets.filter((sheet) => sheet.chosen);
  const unnamed = renaming || chosen.some(({ columns }) => hasQuestions(columns, roster.householdSize));
  const at = roster.status === 'READY' && unnamed ? 1 : stepOf(roster.status);
  const steps: readonly Step[] = stepWords.map((word, index) => ({
    name: say(word),
    state: index < at || (index === 4 && roster.status === 'DONE') ? 'done' : index === at ? 'now' : 'coming',
  }));
  return (
    <>
      <PageHead
        title={roster.fileName}
        lead={
          <>
            {roster.uploadedBy} {moment(roster.uploadedAt)} <RosterTag status={roster.status} />
          </>
        }
      >
        <PutAway roster={roster} onPutAway={() => navigate('/roster-imports')} />
      </PageHead>
      <Card sx={{ p: 2, mb: 2 }}>
        <Steps steps={steps} />
      </Card>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {roster.status === 'REFUSED' ? <Refused problems={roster.problems} /> : null}
        {roster.status === 'CANCELLED' || roster.status === 'FAILED' ? <Stopped roster={roster} /> : null}
        {roster.status === 'UPLOADED' ? <LongJob title={say('roster.reading')} done={0} total={0} /> : null}
        {roster.status === 'READY' ? <ChooseSheets roster={roster} /> : null}
        {at === 1 && roster.status === 'READY'
          ? groupByHeadings(chosen).map(([first, ...others]) =>
              first === undefined ? null : (
                <NameColumns
                  key={first.number}
                  roster={roster}
                  sheets={[first, ...others]}
                  onNamed={() => setRenaming(false)}
                />
              ),
            )
          : null}
        {at === 2 ? <PreviewRows roster={roster} onRename={() => setRenaming(true)} /> : null}
        {at === 3 ? <ImportProgress roster={roster} /> : null}
        {at === 4 ? <ImportResult roster={roster} /> : null}
      </Box>
    </>
  );
}

function Stopped({ roster }: { readonly roster: RosterImport }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const command = useCommand(startRosterImport, { announce: true });
  const canResume = roster.sheets.some(({ chosen }) => chosen);
  return (
    <Alert
      severity={roster.status === 'FAILED' ? 'error' : 'warning'}
      action={
        canResume ? (
          <Button color="inherit" loading={command.pending} onClick={() => void command.run({ importId: roster.id })}>
            {say('roster.resume')}
          </Button>
        ) : null
      }
    >
      {roster.status === 'CANCELLED' ? say('roster.cancelledNote') : null}
      {roster.problems.map((problem) => (
        <div key={problem.code}>{problem[language]}</div>
      ))}
    </Alert>
  );
}

function Refused({ problems }: { readonly problems: RosterImport['problems'] }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" component={Link} to="/roster-imports">
          {say('roster.another')}
        </Button>
      }
    >
      <strong>{say('roster.refusedNote')}</strong>
      {problems.map((problem) => (
        <div key={problem.code}>{problem[language]}</div>
      ))}
    </Alert>
  );
}

/** Whether the server is reading or importing, so that the page polls. */
function isAtWork(status: string | undefined): boolean {
  return status === 'UPLOADED' || status === 'RUNNING';
}

/** Whether the page's content changes by itself: during work, or the preview of all rows before an import. */
function isChanging(roster: RosterImport | null | undefined): boolean {
  if (isAtWork(roster?.status)) return true;
  if (roster?.status !== 'READY' || roster.expectedRejected !== null) return false;
  const chosen = roster.sheets.filter((sheet) => sheet.chosen);
  return chosen.length > 0 && !chosen.some(({ columns }) => hasQuestions(columns, roster.householdSize));
}

function stepOf(status: string): number {
  if (status === 'READY') return 2;
  if (status === 'RUNNING') return 3;
  return status === 'DONE' || status === 'CANCELLED' || status === 'FAILED' ? 4 : 1;
}

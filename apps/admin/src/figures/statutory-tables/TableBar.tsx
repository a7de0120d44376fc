import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { Download } from '../../base/display/Download.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { reportingWorkQuery } from '../../base/graph/generated/statutory-tables.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { submissionTones } from './figure-tones.ts';
import { ReviewTable } from './ReviewTable.tsx';
import { SubmitTable } from './SubmitTable.tsx';
import { isLocked, type Table } from './statutory-table.ts';

interface BarProps {
  readonly table: Table;
  /** Computes the table again. */
  readonly onCheck: () => Promise<Table | undefined>;
  readonly onJump: (key: string) => void;
  /** The cells that are not saved: nothing is submitted before they are. */
  readonly unsaved: readonly string[];
  /** What fills the remaining cells. */
  readonly rest: ReactNode;
}

/** Below the table, always visible: check, the problems with a link to each, due day, export, print, submit. */
export function TableBar({ table, onCheck, onJump, unsaved, rest }: BarProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const can = useCan();
  const staff = useStaff();
  const [search] = useSearchParams();
  const [open, setOpen] = useState(false);
  const [checking, setChecking] = useState(false);
  const [submitting, setSubmitting] = useState(false);
  const { data } = useAnswer(reportingWorkQuery, {}, { enabled: can('report.submit') });
  const problems = table.checks.filter((check) => !check.ok);
  const blocking = problems.filter((check) => check.severity === 'ERROR');
  const mayEver = can('report.submit') && staff?.organization.id === table.organizationId;
  const check = async (): Promise<void> => {
    setChecking(true);
    const fresh = await onCheck();
    setChecking(false);
    const count = fresh?.checks.filter((each) => !each.ok).length ?? 0;
    setOpen(count > 0);
    notify(say('statutoryTable.checked', { count }), { type: count === 0 ? 'success' : 'warning' });
  };
  const submit = (): void => {
    const [first] = unsaved;
    if (first !== undefined) {
      notify(say('statutoryTable.unsaved', { count: unsaved.length }), { type: 'warning' });
      onJump(first);
    } else if (blocking.length > 0) setOpen(true);
    else setSubmitting(true);
  };
  return (
    <Box
      component="section"
      aria-label={say('statutoryTable.problemsTitle')}
      sx={{
        position: 'sticky',
        bottom: { xs: 56, sm: 0 },
        zIndex: 2,
        mt: 2,
        mx: { xs: -2, sm: -3 },
        mb: { sm: -3 },
        px: { xs: 2, sm: 3 },
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
      }}
    >
      {open ? <Problems problems={problems} onJump={onJump} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button loading={checking} onClick={() => void check()}>
          {say('statutoryTable.check')}
        </Button>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('statutoryTable.problems', { count: problems.length })}
        </Button>
        {rest}
        <Box sx={{ flex: 1, color: 'text.secondary' }}>
          {table.submission === null ? null : (
            <StatusTag
              tone={submissionTones[table.submission.status]}
              word={`${say(`submissionStatus.${table.submission.status}`)} ${day(table.submission.reviewedAt ?? table.submission.submittedAt)}`}
            />
          )}{' '}
          {data === undefined || isLocked(table) ? null : say('statutoryTable.due', { date: data.reportingWork.dueOn })}
        </Box>
        <Download
          url={table.exportUrl}
          fileName={`${table.form.title}-${table.organizationName}.xlsx`}
          words={say('statutoryTable.export')}
        />
        <Button component={Link} to={`/print/table?${search}`} target="_blank">
          {say('statutoryTable.print')}
        </Button>
        <ReviewTable table={table} />
        {mayEver && !isLocked(table) ? (
          <Button variant="contained" onClick={submit}>
            {say('statutoryTable.submit')}
          </Button>
        ) : null}
      </Box>
      {submitting ? <SubmitTable table={table} onClose={() => setSubmitting(false)} /> : null}
    </Box>
  );
}

function Problems({
  problems,
  onJump,
}: {
  readonly problems: Table['checks'];
  readonly onJump: (key: string) => void;
}): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  if (problems.length === 0)
    return (
      <Alert severity="success" sx={{ mb: 1 }}>
        {say('statutoryTable.problemsNone')}
      </Alert>
    );
  return (
    <Box
      component="ul"
      aria-label={say('statutoryTable.problemsTitle')}
      sx={{ listStyle: 'none', m: 0, mb: 1, p: 0, maxHeight: '32dvh', overflowY: 'auto' }}
    >
      {problems.map((check) => (
        <Box
          component="li"
          key={`${check.code}/${check.cells[0] ?? ''}`}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'center',
            py: 0.5,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <StatusTag
            tone={check.severity === 'ERROR' ? 'stop' : 'wait'}
            word={check.severity === 'ERROR' ? say('statutoryTable.blocks') : say('statutoryTable.warns')}
          />
          <Box sx={{ flex: '1 1 240px' }}>{spoken(check.message, check.messageEn)}</Box>
          {check.cells.slice(0, 4).map((cell) => (
            <Button key={cell} size="small" onClick={() => onJump(cell)}>
              {say('statutoryTable.jump', { cell })}
            </Button>
          ))}
        </Box>
      ))}
    </Box>
  );
}

import Card from '@mui/material/Card';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { KeyFigure } from '../../base/display/Figure.tsx';
import { amount, exceeds } from '../../base/display/money.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { WorkCountsQuery } from '../../base/graph/generated/operation-types.ts';
import { listAt } from '../../base/list/list-address.ts';
import { useWords, type Say } from '../../base/i18n/use-words.ts';
import { useWorkCounts } from '../../base/next-step/use-work-counts.ts';
import { legalCasesDue } from './tasks.ts';

interface RoleNumber {
  readonly label: string;
  readonly value: string | number;
  readonly remark: ReactNode;
}

/** The one number that the reader's role acts on, with what it is measured against; none for roles without one. */
export function RoleFigure(): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const figure = numberOf(useWorkCounts(), can, say);
  if (figure === undefined) return null;
  return (
    <Card sx={{ p: 2 }}>
      <KeyFigure {...figure} />
    </Card>
  );
}

function numberOf(counts: WorkCountsQuery, can: (action: string) => boolean, say: Say): RoleNumber | undefined {
  return (
    moneyOf(counts, can, say) ?? filesOf(counts, can, say) ?? tablesOf(counts, can, say) ?? workOf(counts, can, say)
  );
}

function moneyOf(counts: WorkCountsQuery, can: (action: string) => boolean, say: Say): RoleNumber | undefined {
  const available = counts.fundsWork?.available;
  const toApprove = counts.caseWork?.applicationsAmountToApprove;
  if (available === undefined) return undefined;
  if (can('application.approve') && toApprove !== undefined) {
    return {
      label: say('landing.toApprove'),
      value: amount(toApprove),
      remark: (
        <>
          {say('landing.available')} <Link to="/funds">{amount(available)}</Link>{' '}
          {exceeds(toApprove, available) ? <StatusTag tone="wait" word={say('landing.short')} /> : null}
        </>
      ),
    };
  }
  if (!can('batch.prepare') && !can('batch.approve')) return undefined;
  return {
    label: say('landing.available'),
    value: amount(available),
    remark: (
      <>
        {say('landing.committed')} <Link to="/grants">{amount(counts.fundsWork?.committed)}</Link>
      </>
    ),
  };
}

function filesOf({ caseWork }: WorkCountsQuery, can: (action: string) => boolean, say: Say): RoleNumber | undefined {
  if (caseWork === undefined || caseWork === null) return undefined;
  const active = (
    <>
      {say('landing.activeFiles')} <Link to={listAt('/households', { status: 'ACTIVE' })}>{caseWork.active}</Link>
    </>
  );
  if (can('case-file.review')) {
    return { label: say('landing.toReview'), value: caseWork.submitted, remark: active };
  }
  if (can('case-file.submit')) {
    return { label: say('landing.toSubmit'), value: caseWork.drafts + caseWork.returned, remark: active };
  }
  return undefined;
}

function tablesOf({ reportingWork }: WorkCountsQuery, can: (action: string) => boolean, say: Say) {
  if (reportingWork === undefined || reportingWork === null || !can('report.enter')) return undefined;
  const { toSubmit, subordinates, subordinatesNotSubmitted } = reportingWork;
  return {
    label: say('landing.tablesToSubmit'),
    value: toSubmit,
    remark:
      subordinates === 0 ? null : (
        <Link to="/reports/warmth-table">
          {say('landing.subordinates', { count: subordinatesNotSubmitted, of: subordinates })}
        </Link>
      ),
  };
}

function workOf({ employmentLegalWork: work }: WorkCountsQuery, can: (action: string) => boolean, say: Say) {
  if (work === undefined || work === null) return undefined;
  if (can('legal-case.manage')) {
    return {
      label: say('landing.deadlines'),
      value: work.deadlinesWithin30Days,
      remark: (
        <>
          <Link to={legalCasesDue}>{say('legalCases.title')}</Link>{' '}
          {work.deadlinesPassed === 0 ? null : (
            <StatusTag tone="stop" word={say('landing.deadlinesPassed', { count: work.deadlinesPassed })} />
          )}
        </>
      ),
    };
  }
  if (!can('employment.manage')) return undefined;
  return {
    label: say('landing.seekers'),
    value: work.jobSeekersOpen,
    remark: (
      <>
        {say('landing.vacancies')} <Link to="/vacancies">{work.vacanciesOpen}</Link>
      </>
    ),
  };
}

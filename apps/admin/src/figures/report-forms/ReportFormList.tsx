import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { formVersionListQuery } from '../../base/graph/generated/report-forms.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { IssueForm } from './IssueForm.tsx';
import { LoadForm } from './LoadForm.tsx';
import { tableOf, type FormVersion } from './report-form.ts';

const perPage = 50;

/** The forms drafted or issued by the own organisation and those below: load one, try it, issue somebody else's. */
export default function ReportFormList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [page, setPage] = useState(1);
  const [loading, setLoading] = useState(false);
  const { data, error, refetch } = useAnswer(formVersionListQuery, { page, perPage });
  const versions = data?.formVersions;
  return (
    <>
      <PageHead title={say('reportForms.title')} lead={say('reportForms.lead')}>
        {can('form.draft') ? (
          <Button variant="contained" onClick={() => setLoading(true)}>
            {say('reportForms.load')}
          </Button>
        ) : null}
      </PageHead>
      {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
      {versions === undefined && !error ? <Skeleton variant="rectangular" height={320} /> : null}
      {versions === undefined ? null : (
        <Card>
          {versions.total === 0 ? (
            <EmptyState title={say('reportForms.emptyTitle')} why={say('reportForms.emptyWhy')} />
          ) : (
            <FormTable versions={versions.items} />
          )}
          {versions.total > perPage ? (
            <Pager page={page} perPage={perPage} total={versions.total} onPage={setPage} />
          ) : null}
        </Card>
      )}
      {loading ? <LoadForm onClose={() => setLoading(false)} /> : null}
    </>
  );
}

function FormTable({ versions }: { readonly versions: readonly FormVersion[] }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  return (
    <PlainTable
      caption={say('reportForms.title')}
      rows={versions}
      keyOf={(version) => version.id}
      columns={[
        { head: say('reportForms.name'), cell: ({ form }) => spoken(form.title, form.titleEn) },
        { head: say('reportForms.code'), cell: ({ form }) => form.code },
        { head: say('reportForms.version'), right: true, cell: ({ form }) => form.version },
        {
          head: say('reportForms.drafted'),
          cell: ({ draftedBy, draftedAt }) => say('reportForms.by', { name: draftedBy, at: moment(draftedAt) }),
        },
        {
          head: say('reportForms.state'),
          cell: ({ issuedBy, issuedAt }) =>
            issuedBy === null ? (
              <StatusTag tone="wait" word={say('reportForms.waits')} />
            ) : (
              <StatusTag tone="done" word={say('reportForms.issued', { name: issuedBy, at: moment(issuedAt) })} />
            ),
        },
        {
          head: say('reportForms.decision'),
          cell: (version) => (
            <>
              <Link to={tableOf(version)}>
                {say(version.issuedBy === null ? 'reportForms.try' : 'reportForms.open')}
              </Link>{' '}
              {version.issuedBy === null ? <IssueForm version={version} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

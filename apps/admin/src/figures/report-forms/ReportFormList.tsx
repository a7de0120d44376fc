import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { formVersionListQuery } from '../../base/graph/generated/report-forms.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { WholeListPage } from '../../base/list/WholeListPage.tsx';
import { IssueForm } from './IssueForm.tsx';
import { LoadForm } from './LoadForm.tsx';
import { tableOf } from './report-form.ts';

const perPage = 50;

/** The forms drafted or issued by the own organisation and those below: load one, try it, issue somebody else's. */
export default function ReportFormList(): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const [page, setPage] = useState(1);
  const answer = useAnswer(formVersionListQuery, { page, perPage });
  const versions = answer.data?.formVersions;
  return (
    <WholeListPage
      texts="reportForms"
      starts={[
        { may: 'form.draft', words: say('reportForms.load'), dialog: (onClose) => <LoadForm onClose={onClose} /> },
      ]}
      answer={answer}
      rows={versions?.items}
      keyOf={(version) => version.id}
      pager={{ page, perPage, total: versions?.total ?? 0, onPage: setPage }}
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

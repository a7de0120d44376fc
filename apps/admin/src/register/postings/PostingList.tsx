import type { ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { PostingTag } from './PostingTag.tsx';
import { PublishPosting } from './PublishPosting.tsx';

type Row = ItemOf<'postings'>;

/** The public postings, each with its period and its objections. */
export default function PostingList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const publish = can('posting.publish') ? <PublishPosting /> : null;
  const clock = (row: Row): string =>
    row.status === 'RUNNING'
      ? say('posting.running', { to: row.to })
      : row.status === 'ENDED'
        ? say('posting.ended')
        : '—';
  return (
    <ListPage
      texts="posting"
      resource="postings"
      actions={publish}
      filters={[
        {
          name: 'waits',
          label: say('posting.waits'),
          all: say('posting.allWaits'),
          choices: (['TO_OPEN', 'OBJECTION', 'TO_CONFIRM'] as const).map((value) => ({
            value,
            word: say(`posting.wait.${value}`),
          })),
        },
        {
          name: 'status',
          label: say('posting.status'),
          all: say('posting.allStatuses'),
          choices: (['RUNNING', 'ENDED', 'ACTIVATED', 'WITHDRAWN'] as const).map((value) => ({
            value,
            word: say(`postingStatus.${value}`),
          })),
        },
      ]}
      phone={(row) => ({
        name: row.place,
        detail: `${row.from} – ${row.to}`,
        mark: <PostingTag status={row.status} />,
      })}
      columns={[
        { head: say('posting.place'), cell: (row) => row.place, link: true },
        { head: say('posting.organization'), cell: (row) => row.organizationName },
        {
          head: say('posting.period'),
          cell: (row) => say('posting.periodText', { from: row.from, to: row.to, days: row.workingDays }),
        },
        { head: say('posting.count'), right: true, cell: (row) => row.caseFileCount },
        {
          head: say('posting.objections'),
          cell: (row) =>
            row.objectionCount === 0
              ? say('posting.noObjections')
              : row.openObjections === 0
                ? say('posting.allAnswered', { count: row.objectionCount })
                : say('posting.openObjections', { count: row.openObjections }),
        },
        { head: say('posting.clock'), cell: clock },
        { head: say('posting.status'), cell: (row) => <PostingTag status={row.status} /> },
      ]}
    />
  );
}

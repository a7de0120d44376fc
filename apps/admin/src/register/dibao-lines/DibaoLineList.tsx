import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { dibaoLineListQuery } from '../../base/graph/generated/dibao-lines.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WholeListPage } from '../../base/list/WholeListPage.tsx';
import { DecideDibaoLine } from './DecideDibaoLine.tsx';
import { SetDibaoLine } from './SetDibaoLine.tsx';

/** The dibao lines within reach, by unit and the day from which each is in force; a reviewer sets the own unit's. */
export default function DibaoLineList(): ReactElement {
  const say = useWords();
  const answer = useAnswer(dibaoLineListQuery, {});
  return (
    <WholeListPage
      texts="dibaoLines"
      starts={[
        {
          may: 'case-file.review',
          words: say('dibaoLines.set'),
          dialog: (onClose) => <SetDibaoLine onClose={onClose} />,
        },
      ]}
      answer={answer}
      rows={answer.data?.dibaoLines}
      keyOf={(line) => line.id}
      columns={[
        { head: say('dibaoLines.organization'), cell: (line) => line.organizationName },
        { head: say('dibaoLines.from'), cell: (line) => day(line.from) },
        {
          head: say('dibaoLines.monthlyPerCapita'),
          right: true,
          cell: (line) => amount(line.monthlyPerCapita),
        },
        { head: say('dibaoLines.marginFactor'), right: true, cell: (line) => line.marginFactor },
        {
          head: say('dibaoLines.state'),
          cell: (line) =>
            line.awaitsConfirmation ? (
              <StatusTag tone="wait" word={say('dibaoLines.waits', { name: line.setBy })} />
            ) : line.begunAt === null ? (
              <StatusTag tone="moving" word={say('dibaoLines.confirmedOnly')} />
            ) : (
              <StatusTag tone="done" word={say('dibaoLines.begun')} />
            ),
        },
        {
          head: say('dibaoLines.changes'),
          cell: (line) =>
            line.changedFiles === 0 ? (
              '—'
            ) : (
              <Link to={`/dibao-lines/${line.id}/changes`}>
                {say('dibaoLines.changesCount', { count: line.changedFiles })}
              </Link>
            ),
        },
        { head: say('proposal.decision'), cell: (line) => <DecideDibaoLine line={line} /> },
      ]}
    />
  );
}

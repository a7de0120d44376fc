import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { amount } from '../../base/display/money.ts';
import { PageHead } from '../../base/display/PageHead.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { dibaoLineListQuery } from '../../base/graph/generated/dibao-lines.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { DecideDibaoLine } from './DecideDibaoLine.tsx';
import { SetDibaoLine } from './SetDibaoLine.tsx';

/** The dibao lines within reach, by unit and the day from which each is in force; a reviewer sets the own unit's. */
export default function DibaoLineList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [setting, setSetting] = useState(false);
  const { data, error, refetch } = useAnswer(dibaoLineListQuery, {});
  const lines = data?.dibaoLines;
  return (
    <>
      <PageHead title={say('dibaoLines.title')} lead={say('dibaoLines.lead')}>
        {can('case-file.review') ? (
          <Button variant="contained" onClick={() => setSetting(true)}>
            {say('dibaoLines.set')}
          </Button>
        ) : null}
      </PageHead>
      {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
      {lines === undefined && !error ? <Skeleton variant="rectangular" height={320} /> : null}
      {lines === undefined ? null : (
        <Card>
          {lines.length === 0 ? (
            <EmptyState title={say('dibaoLines.emptyTitle')} why={say('dibaoLines.emptyWhy')} />
          ) : (
            <PlainTable
              caption={say('dibaoLines.title')}
              rows={lines}
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
          )}
        </Card>
      )}
      {setting ? <SetDibaoLine onClose={() => setSetting(false)} /> : null}
    </>
  );
}

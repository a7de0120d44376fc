import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import type { FigureHistoryQuery } from '../../base/graph/generated/operation-types.ts';
import { figureHistoryQuery } from '../../base/graph/generated/statutory-tables.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { readableIn, type Figure, type Table } from './statutory-table.ts';

type Change = FigureHistoryQuery['figureHistory'][number];

/** Every value that a cell was given or submitted with: who and when, the latest first. */
export function FigureHistory({ table, figure }: { readonly table: Table; readonly figure: Figure }): ReactElement {
  const say = useWords();
  const { organizationId, campaignId } = table;
  const { data } = useAnswer(figureHistoryQuery, {
    form: table.form.code,
    cell: figure.key,
    organizationId,
    campaignId,
  });
  const changes = data?.figureHistory;
  return (
    <section aria-label={say('statutoryTable.history')} aria-busy={changes === undefined}>
      <h3 style={{ marginBottom: 4 }}>{say('statutoryTable.history')}</h3>
      {changes?.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{say('statutoryTable.noHistory')}</Box>
      ) : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {changes?.map((change, index) => (
            <HistoryLine key={`${change.at}/${index}`} figure={figure} change={change} />
          ))}
        </Box>
      )}
    </section>
  );
}

function HistoryLine({ figure, change }: { readonly figure: Figure; readonly change: Change }): ReactElement {
  const say = useWords();
  return (
    <Box component="li" sx={{ py: 0.5, borderTop: 1, borderColor: 'divider' }}>
      {say(`figureChange.${change.kind}`, {
        who: change.by,
        at: moment(change.at),
        value: readableIn(figure, change.value),
      })}
      {change.reason === null ? null : (
        <Box sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {change.reason}
        </Box>
      )}
    </Box>
  );
}

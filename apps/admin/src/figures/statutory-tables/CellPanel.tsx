import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { KeyFacts, type Fact } from '../../base/display/KeyFacts.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { CellRecords } from './CellRecords.tsx';
import { EnterFigure } from './EnterFigure.tsx';
import { FigureMark } from './FigureMark.tsx';
import { isLocked, readable, readableIn, type Figure, type ShownState, type Table } from './statutory-table.ts';

/** An opened cell: its rule, both figures, who changed it and why, the records behind it, and the form to change it. */
export function CellPanel(props: {
  readonly table: Table;
  readonly figure: Figure;
  readonly state: ShownState;
  readonly typed: string | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { table, figure, state } = props;
  const say = useWords();
  const spoken = useSpoken();
  const term = useTerm();
  const can = useCan();
  const staff = useStaff();
  const [search] = useSearchParams();
  const mayEnter =
    can('report.enter') &&
    staff?.organization.id === table.organizationId &&
    figure.kind !== 'COMPUTED' &&
    !isLocked(table) &&
    !search.has('draftId');
  const [entering, setEntering] = useState(mayEnter && props.typed !== undefined);
  return (
    <Box sx={{ p: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <h2 style={{ fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>
            {figure.key.replace(/\..*/, '')} {spoken(figure.label, figure.labelEn)}
          </h2>
          <Box sx={{ fontSize: 28, lineHeight: '36px', fontWeight: 600 }}>
            {readableIn(figure, figure.value)}{' '}
            <Box component="span" sx={{ fontSize: 14, fontWeight: 400 }}>
              {term('unit', figure.unit)}
            </Box>
          </Box>
          <FigureMark state={state} /> {say(`figureState.${state}`)}
        </Box>
        <IconButton aria-label={say('statutoryTable.panelClose')} onClick={props.onClose}>
          <CloseOutlined />
        </IconButton>
      </Box>
      <section aria-label={say('statutoryTable.rule')}>
        <Box sx={{ color: 'text.secondary', fontSize: 12, lineHeight: '18px' }}>
          {say('statutoryTable.rule')} · {say(`figureKind.${figure.kind}`)}
        </Box>
        {figure.rule === '' ? null : <div>{spoken(figure.rule, figure.ruleEn)}</div>}
      </section>
      <KeyFacts columnWidth={120} facts={useFacts(figure)} />
      {mayEnter && !entering ? (
        <Button onClick={() => setEntering(true)}>
          {figure.kind === 'DERIVED' ? say('statutoryTable.adjust') : say('statutoryTable.enter')}
        </Button>
      ) : null}
      {isLocked(table) && can('report.enter') ? (
        <Box sx={{ color: 'text.secondary' }}>{say('statutoryTable.locked')}</Box>
      ) : null}
      {entering ? (
        <EnterFigure table={table} figure={figure} typed={props.typed} onDone={() => setEntering(false)} />
      ) : null}
      <FigureHistory table={table} figure={figure} />
      {figure.opensRecords ? (
        <section aria-label={say('statutoryTable.record')}>
          <CellRecords key={figure.key} table={table} figure={figure} />
        </section>
      ) : null}
    </Box>
  );
}

/** Who entered the figure and who submitted the table, when. */
function FigureHistory({ table, figure }: { readonly table: Table; readonly figure: Figure }): ReactElement {
  const say = useWords();
  return (
    <section aria-label={say('statutoryTable.history')}>
      <h3>{say('statutoryTable.history')}</h3>
      {figure.enteredBy === null ? (
        <Box sx={{ color: 'text.secondary' }}>{say('statutoryTable.noHistory')}</Box>
      ) : (
        <div>
          {say('statutoryTable.enteredLine', {
            who: figure.enteredBy,
            at: moment(figure.enteredAt),
            value: readableIn(figure, figure.present),
          })}
        </div>
      )}
      {table.submission === null ? null : (
        <div>
          {say('statutoryTable.submittedLine', {
            who: table.submission.submittedBy ?? '—',
            at: moment(table.submission.submittedAt),
          })}
        </div>
      )}
    </section>
  );
}

function useFacts(figure: Figure): readonly Fact[] {
  const say = useWords();
  const facts: Fact[] = [];
  if (figure.kind === 'DERIVED') facts.push({ name: say('statutoryTable.derived'), value: readable(figure.derived) });
  if (figure.present !== figure.value)
    facts.push({ name: say('statutoryTable.present'), value: readableIn(figure, figure.present) });
  if (figure.difference !== null)
    facts.push({ name: say('statutoryTable.difference'), value: readable(figure.difference) });
  if (figure.reason !== null) facts.push({ name: say('statutoryTable.reason'), value: figure.reason });
  return facts;
}

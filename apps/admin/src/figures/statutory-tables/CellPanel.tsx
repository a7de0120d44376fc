import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import { KeyFacts, type Fact } from '../../base/display/KeyFacts.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { CellRecords } from './CellRecords.tsx';
import { FigureHistory } from './FigureHistory.tsx';
import { FigureMark } from './FigureMark.tsx';
import { isLocked, readable, readableIn, type Figure, type ShownState, type Table } from './statutory-table.ts';

/** An opened cell: its rule, both figures, every value it had, by whom, and the records behind it. */
export function CellPanel(props: {
  readonly table: Table;
  readonly figure: Figure;
  readonly state: ShownState;
  readonly fillable: boolean;
  /** Goes to the cell to fill it. */
  readonly onFill: () => void;
  readonly onTakeBack: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { table, figure, state } = props;
  const say = useWords();
  const spoken = useSpoken();
  const term = useTerm();
  const can = useCan();
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
      {props.fillable ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button onClick={props.onFill}>
            {figure.kind === 'DERIVED' ? say('statutoryTable.adjust') : say('statutoryTable.enter')}
          </Button>
          {figure.enteredBy === null ? null : (
            <Button onClick={props.onTakeBack}>
              {figure.kind === 'DERIVED' ? say('statutoryTable.takeBack') : say('statutoryTable.clear')}
            </Button>
          )}
        </Box>
      ) : null}
      {isLocked(table) && can('report.enter') ? (
        <Box sx={{ color: 'text.secondary' }}>{say('statutoryTable.locked')}</Box>
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

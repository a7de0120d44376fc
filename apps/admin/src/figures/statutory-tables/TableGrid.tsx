import Box from '@mui/material/Box';
import { useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { ForReaders } from '../../base/display/ForReaders.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { figureTones } from './figure-tones.ts';
import { FigureMark } from './FigureMark.tsx';
import {
  gridOf,
  letterOf,
  neighbour,
  readableIn,
  shownStatesOf,
  type Figure,
  type GridRow,
  type ShownState,
  type Table,
} from './statutory-table.ts';

interface GridProps {
  readonly table: Table;
  readonly chosen: string | undefined;
  /** Opens a cell; a digit typed on it is passed on. */
  readonly onOpen: (key: string, typed?: string) => void;
}

const directions: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Enter: 'down',
};

/** The element id of a cell's button. */
export const cellElementId = (key: string): string => `cell-${key}`;

/** The statutory table as printed: numbered sections, lettered lines, units; keys move between cells. */
export function TableGrid({ table, chosen, onOpen }: GridProps): ReactElement {
  const say = useWords();
  const rows = useMemo(() => gridOf(table), [table]);
  const states = useMemo(() => shownStatesOf(table), [table]);
  const frame = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    if (key === undefined || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onOpen(key);
      return;
    }
    if (/^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      onOpen(key, event.key);
      return;
    }
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const to = neighbour(rows, key, event.key === 'Enter' && event.shiftKey ? 'up' : direction);
    if (to !== undefined) document.getElementById(cellElementId(to))?.focus();
  };
  return (
    <Box ref={frame} sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-describedby="table-keys" onKeyDown={move} sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">{say('statutoryTable.line')}</th>
            <th scope="col">{say('statutoryTable.item')}</th>
            <th scope="col">{say('statutoryTable.indicator')}</th>
            <th scope="col">{say('statutoryTable.value')}</th>
            <th scope="col">{say('statutoryTable.unit')}</th>
            <th scope="col">{say('statutoryTable.part')}</th>
            <th scope="col">{say('statutoryTable.value')}</th>
            <th scope="col">{say('statutoryTable.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRows
              key={`${row.line.code}/${row.second?.key ?? ''}`}
              row={row}
              states={states}
              chosen={chosen}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

interface RowProps {
  readonly row: GridRow;
  readonly states: ReadonlyMap<string, ShownState>;
  readonly chosen: string | undefined;
  readonly onOpen: (key: string) => void;
}

function TableRows({ row, ...cells }: RowProps): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const term = useTerm();
  const { line, first, second, sectionRows, heading } = row;
  return (
    <>
      {heading === null ? null : (
        <tr>
          <th scope="colgroup" colSpan={8} className="heading">
            {spoken(heading, say('statutoryTable.during', { section: line.section }))}
          </th>
        </tr>
      )}
      <tr>
        {sectionRows === undefined ? null : (
          <th scope="rowgroup" rowSpan={sectionRows} className="number">
            {line.section}
          </th>
        )}
        {first === undefined ? null : (
          <>
            <th scope="row" rowSpan={first.rows} className="number">
              {letterOf(line) === '' ? '' : `(${letterOf(line)})`}
            </th>
            <th scope="row" rowSpan={first.rows}>
              {spoken(line.label, line.labelEn)}
            </th>
            <FigureCell figure={first.figure} rows={first.rows} {...cells} />
            <td rowSpan={first.rows}>{term('unit', first.figure.unit)}</td>
          </>
        )}
        {second === undefined ? (
          <td colSpan={3} />
        ) : (
          <>
            <th scope="row">{spoken(second.label, second.labelEn)}</th>
            <FigureCell figure={second} rows={1} {...cells} />
            <td>{term('unit', second.unit)}</td>
          </>
        )}
      </tr>
    </>
  );
}

function FigureCell({
  figure,
  rows,
  states,
  chosen,
  onOpen,
}: Omit<RowProps, 'row'> & { readonly figure: Figure; readonly rows: number }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const state = states.get(figure.key) ?? figure.state;
  const tone = figureTones[state];
  return (
    <td rowSpan={rows} style={tone === undefined ? undefined : { backgroundColor: `var(--on-${tone})` }}>
      <button
        type="button"
        id={cellElementId(figure.key)}
        data-cell={figure.key}
        aria-pressed={chosen === figure.key}
        aria-keyshortcuts="Control+Enter"
        onClick={() => onOpen(figure.key)}
      >
        <ForReaders>
          {figure.key.replace(/\..*/, '')} {spoken(figure.label, figure.labelEn)}
        </ForReaders>
        <span>{readableIn(figure, figure.value)}</span>
        <FigureMark state={state} />
        <ForReaders>{say(`figureState.${state}`)}</ForReaders>
      </button>
    </td>
  );
}

const tableStyle = {
  width: '100%',
  minWidth: 716,
  borderCollapse: 'collapse',
  backgroundColor: 'background.paper',
  '& th, & td': { border: 1, borderColor: 'divider', p: '4px 6px', textAlign: 'left', fontWeight: 400 },
  '& thead th': { fontWeight: 600, backgroundColor: 'var(--raised)', whiteSpace: 'nowrap' },
  '& th.number': { textAlign: 'center', width: 36, fontWeight: 600 },
  '& th.heading': { backgroundColor: 'var(--raised)' },
  '& td:has(> button)': { p: 0, minWidth: 92, position: 'relative' },
  '& button': {
    display: 'flex',
    width: '100%',
    minHeight: 32,
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '6px',
    p: '4px 8px',
    border: 0,
    background: 'none',
    color: 'text.primary',
    font: 'inherit',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
  },
  '& button[aria-pressed="true"]': { backgroundColor: 'var(--selected)', boxShadow: 'inset 0 0 0 2px var(--action)' },
  '& button:focus-visible': { outline: '2px solid var(--action)', outlineOffset: '-2px' },
} as const;

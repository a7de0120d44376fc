import Box from '@mui/material/Box';
import { useMemo, type ReactElement } from 'react';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { FigureCell, type CellWishes } from './FigureCell.tsx';
import { phoneWidth } from '../../base/theme/tokens.ts';
import {
  letterOf,
  remarksOf,
  shownStatesOf,
  type Figure,
  type GridRow,
  type ShownState,
  type Table,
} from './statutory-table.ts';

interface GridProps {
  readonly table: Table;
  readonly rows: readonly GridRow[];
  /** The cell whose panel is open. */
  readonly chosen: string | undefined;
  /** The cell whose text has the caret. */
  readonly inside: string | undefined;
  /** Whether this person may fill the table. */
  readonly fillable: boolean;
  readonly saving: ReadonlySet<string>;
  readonly wishes: CellWishes;
}

/** The statutory table as printed: numbered sections, lettered lines, units; each cell is filled in its place. */
export function TableGrid({ table, rows, ...cells }: GridProps): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const states = useMemo(() => shownStatesOf(table), [table]);
  const remarks = useMemo(() => remarksOf(table), [table]);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        role="grid"
        aria-label={spoken(table.form.title, table.form.titleEn)}
        aria-describedby="table-keys"
        sx={tableStyle}
      >
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
              table={table}
              row={row}
              states={states}
              remarks={remarks}
              {...cells}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

interface RowProps extends Omit<GridProps, 'rows'> {
  readonly row: GridRow;
  readonly states: ReadonlyMap<string, ShownState>;
  readonly remarks: ReadonlyMap<string, string>;
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
            <PlacedCell figure={first.figure} rows={first.rows} {...cells} />
            <td rowSpan={first.rows}>{term('unit', first.figure.unit)}</td>
          </>
        )}
        {second === undefined ? (
          <td colSpan={3} />
        ) : (
          <>
            <th scope="row">{spoken(second.label, second.labelEn)}</th>
            <PlacedCell figure={second} rows={1} {...cells} />
            <td>{term('unit', second.unit)}</td>
          </>
        )}
      </tr>
    </>
  );
}

function PlacedCell(props: Omit<RowProps, 'row'> & { readonly figure: Figure; readonly rows: number }): ReactElement {
  const { figure, states, remarks, chosen, inside, saving, fillable, ...rest } = props;
  const { key } = figure;
  return (
    <FigureCell
      table={rest.table}
      figure={figure}
      rows={rest.rows}
      state={states.get(key) ?? figure.state}
      chosen={chosen === key}
      inside={inside === key}
      fillable={fillable && figure.kind !== 'COMPUTED'}
      saving={saving.has(key)}
      remark={remarks.get(key)}
      wishes={rest.wishes}
    />
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
  '& td:has(> .figure)': { p: 0, minWidth: 100 },
  '& td.open': { minWidth: 200 },
  '& .figure': { display: 'flex', minHeight: 32, alignItems: 'center', gap: '6px', pr: '8px' },
  '& .figure > input, & .figure > textarea': {
    flex: 1,
    minWidth: 0,
    width: '100%',
    minHeight: 32,
    fieldSizing: 'content',
    p: '4px 0 4px 8px',
    border: 0,
    outline: 'none',
    resize: 'none',
    background: 'none',
    color: 'text.primary',
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'cell',
    scrollMarginInline: 48,
    [`@media ${phoneWidth}`]: { fontSize: 16 },
  },
  '& .figure > .number': { textAlign: 'right' },
  '& ::placeholder': { color: 'text.secondary', opacity: 1 },
  '& td[aria-selected="true"]': { boxShadow: 'inset 0 0 0 2px var(--action)' },
  '& td:has(> .figure > :focus)': { outline: '2px solid var(--action)', outlineOffset: '-2px' },
  '& td:has([aria-invalid="true"])': { boxShadow: 'inset 0 0 0 2px var(--stop)' },
  '& .note': { p: '0 8px 6px', display: 'grid', gap: '4px', fontSize: 12, lineHeight: '18px' },
  '& .note textarea': {
    width: '100%',
    boxSizing: 'border-box',
    border: 1,
    borderColor: 'var(--input-border)',
    borderRadius: '3px',
    p: '4px 6px',
    font: 'inherit',
    color: 'text.primary',
    backgroundColor: 'background.paper',
    resize: 'vertical',
    scrollMarginInline: 16,
    '&:focus-visible': { outline: '2px solid var(--action)' },
    [`@media ${phoneWidth}`]: { fontSize: 16 },
  },
  '& .parts': { p: '0 8px 4px', fontSize: 12, lineHeight: '18px', textAlign: 'right', color: 'text.secondary' },
  '& .remark': {
    m: '0 8px 6px',
    pl: '6px',
    borderLeft: '3px solid var(--wait)',
    fontSize: 12,
    lineHeight: '18px',
    color: 'var(--wait)',
    overflowWrap: 'anywhere',
  },
  '& .note [role="alert"]': { color: 'var(--stop)' },
  '& .choices': {
    listStyle: 'none',
    m: 0,
    p: '2px 0',
    borderTop: 1,
    borderColor: 'divider',
    backgroundColor: 'background.paper',
  },
  '& .choices > li': { p: '4px 8px', minHeight: 24, cursor: 'pointer' },
  '& .choices > li[aria-selected="true"], & .choices > li:hover': { backgroundColor: 'var(--selected)' },
} as const;

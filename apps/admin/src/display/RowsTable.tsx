import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactElement, ReactNode } from 'react';

/** One column of a table within a page. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  readonly figures?: boolean;
}

/** A table within a record or a panel: the first column names the row; wide ones scroll inside. */
export function RowsTable<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}): ReactElement {
  const { columns } = props;
  const align = (column: Column<Row>): 'right' | 'left' => (column.figures === true ? 'right' : 'left');
  return (
    <Box role="region" aria-label={props.label} tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {columns.map((column) => <TableCell key={column.head} scope="col" align={align(column)}>{column.head}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map((row) => (
            <TableRow key={props.keyOf(row)}>
              {columns.map((column, index) => (
                <TableCell
                  key={column.head}
                  align={align(column)}
                  {...(index === 0 ? { component: 'th', scope: 'row' } : {})}
                  sx={{ whiteSpace: column.figures === true ? 'nowrap' : undefined }}
                >
                  {column.cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

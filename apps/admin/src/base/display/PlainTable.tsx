import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactElement, ReactNode } from 'react';
import { unbroken } from './unbroken.tsx';

/** One column: its head, the content for a row, whether numbers align right. */
export interface PlainColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly right?: boolean;
  /** Replaces the words of the head, for example a tick for all rows. Such a column does not name the row. */
  readonly control?: ReactNode;
}

/** Numbers are never broken; words keep room for a date, so that a narrow page scrolls rather than stacks them. */
function widthOf<Row>(column: PlainColumn<Row>) {
  if (column.right === true) return { whiteSpace: 'nowrap' };
  return column.control === undefined ? { minWidth: '8em' } : {};
}

/** A small table within a page, its first column of words naming the row; wide ones scroll inside, by keyboard too. */
export function PlainTable<Row>(props: {
  readonly caption: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly foot?: readonly ReactNode[];
}): ReactElement {
  const naming = props.columns.findIndex((column) => column.control === undefined);
  return (
    <Box tabIndex={0} role="region" aria-label={props.caption} sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {props.columns.map((column) => (
              <TableCell key={column.head} scope="col" align={column.right === true ? 'right' : 'left'}>
                {column.control ?? column.head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map((row) => (
            <TableRow key={props.keyOf(row)}>
              {props.columns.map((column, index) => (
                <TableCell
                  key={column.head}
                  align={column.right === true ? 'right' : 'left'}
                  {...(index === naming ? { component: 'th', scope: 'row' } : {})}
                  sx={widthOf(column)}
                >
                  {unbroken(column.cell(row))}
                </TableCell>
              ))}
            </TableRow>
          ))}
          {props.foot === undefined ? null : (
            <TableRow>
              {props.foot.map((cell, index) => (
                <TableCell
                  key={props.columns[index]?.head ?? index}
                  align={props.columns[index]?.right === true ? 'right' : 'left'}
                  sx={{ fontWeight: 600 }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          )}
        </TableBody>
      </Table>
    </Box>
  );
}

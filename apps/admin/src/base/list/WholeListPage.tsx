import Card from '@mui/material/Card';
import type { ReactElement, ReactNode } from 'react';
import { Pager } from '../display/Pager.tsx';
import { PlainTable, type PlainColumn } from '../display/PlainTable.tsx';
import { ListFrame, useListTexts, type ListDescription } from './ListFrame.tsx';

/** A list that one query answers, without sorting and search: of everything, or page by page if it has a pager. */
export function WholeListPage<Row>(
  props: ListDescription & {
    readonly answer: { readonly error: unknown; readonly refetch: () => unknown };
    /** Undefined until the query has answered. */
    readonly rows: readonly Row[] | undefined;
    readonly keyOf: (row: Row) => string;
    readonly columns: readonly PlainColumn<Row>[];
    readonly filters?: ReactNode;
    readonly pager?: Parameters<typeof Pager>[0];
  },
): ReactElement {
  const { answer, rows } = props;
  const { title } = useListTexts(props.texts);
  return (
    <ListFrame {...props} answer={{ fault: answer.error, pending: rows === undefined, refetch: answer.refetch }}>
      {rows === undefined || rows.length === 0 ? undefined : (
        <Card>
          <PlainTable caption={title} rows={rows} keyOf={props.keyOf} columns={props.columns} />
          {props.pager === undefined ? null : <Pager {...props.pager} />}
        </Card>
      )}
    </ListFrame>
  );
}

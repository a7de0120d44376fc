import Checkbox from '@mui/material/Checkbox';
import type { ReactElement } from 'react';
import { useListContext } from 'react-admin';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';

type Row = ItemOf<'households'>;

interface Choice {
  /** The ids of case files. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

const isSubmittable = (row: Row): boolean => row.caseFile?.status === 'DRAFT' || row.caseFile?.status === 'RETURNED';

/** Ticks one row's file to be submitted. */
export function RowTick({ row, chosen, onChoose }: Choice & { readonly row: Row }): ReactElement {
  const say = useWords();
  const id = row.caseFile?.id;
  const toggle = (): void => {
    if (id === undefined) return;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <Checkbox
      checked={id !== undefined && chosen.has(id)}
      disabled={!isSubmittable(row)}
      slotProps={{ input: { 'aria-label': say('display.select', { name: row.head.name }) } }}
      onChange={toggle}
    />
  );
}

/** Ticks every row of the page that can be submitted. */
export function PageTick(props: Choice): ReactElement {
  const say = useWords();
  const { data } = useListContext<Row>();
  const ids = (data ?? []).filter(isSubmittable).flatMap((row) => (row.caseFile === null ? [] : [row.caseFile.id]));
  const all = ids.length > 0 && ids.every((id) => props.chosen.has(id));
  return (
    <Checkbox
      checked={all}
      indeterminate={!all && props.chosen.size > 0}
      disabled={ids.length === 0}
      slotProps={{ input: { 'aria-label': say('display.selectAll') } }}
      onChange={() => props.onChoose(all ? new Set() : new Set(ids))}
    />
  );
}

import Checkbox from '@mui/material/Checkbox';
import type { ReactElement } from 'react';
import { useListContext } from 'react-admin';
import type { SubmittableFile } from '../case-files/SubmitCaseFiles.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';

type Row = ItemOf<'households'>;

/** The chosen case files, by id. */
export interface Choice {
  readonly chosen: ReadonlyMap<string, SubmittableFile>;
  readonly onChoose: (chosen: ReadonlyMap<string, SubmittableFile>) => void;
}

const filesOf = (row: Row): readonly SubmittableFile[] =>
  row.caseFile === null ? [] : [{ ...row.caseFile, name: row.head.name }];

const isSubmittable = (row: Row): boolean => row.caseFile?.status === 'DRAFT' || row.caseFile?.status === 'RETURNED';

/** Ticks one row's file to be submitted. */
export function RowTick({ row, chosen, onChoose }: Choice & { readonly row: Row }): ReactElement {
  const say = useWords();
  const id = row.caseFile?.id;
  const toggle = (): void => {
    const next = new Map(chosen);
    for (const file of filesOf(row)) if (!next.delete(file.id)) next.set(file.id, file);
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
  const files = (data ?? []).filter(isSubmittable).flatMap(filesOf);
  const all = files.length > 0 && files.every(({ id }) => props.chosen.has(id));
  return (
    <Checkbox
      checked={all}
      indeterminate={!all && props.chosen.size > 0}
      disabled={files.length === 0}
      slotProps={{ input: { 'aria-label': say('display.selectAll') } }}
      onChange={() => props.onChoose(new Map(all ? [] : files.map((file) => [file.id, file])))}
    />
  );
}

import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState, type ReactElement } from 'react';
import type { PlainColumn } from '../display/PlainTable.tsx';
import { useWords } from '../i18n/use-words.ts';
import { withColumn, type KeptList } from './kept-list.ts';

/** From how many columns on a list lets its reader choose among them. */
const worthChoosing = 5;

/** The columns of a list that are shown: all but the hidden ones; ticks and the column that names the row always. */
export function shownColumns<Column extends PlainColumn<never>>(
  columns: readonly Column[],
  hidden: readonly string[],
): readonly Column[] {
  const naming = columns.find(({ control }) => control === undefined);
  return columns.filter((column) => column === naming || column.control !== undefined || !hidden.includes(column.head));
}

/** A menu of a list's columns, each shown or hidden. */
export function ColumnChoice(props: {
  readonly columns: readonly PlainColumn<never>[];
  readonly kept: KeptList;
  readonly onKeep: (kept: KeptList) => void;
}): ReactElement | null {
  const say = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [, ...optional] = props.columns.filter(({ control }) => control === undefined);
  if (optional.length + 1 < worthChoosing) return null;
  const isShown = (head: string): boolean => !props.kept.hidden.includes(head);
  return (
    <>
      <Button
        variant="text"
        startIcon={<ViewColumnOutlined />}
        aria-haspopup="true"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {say('list.columns')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {optional.map(({ head }) => (
          <MenuItem
            key={head}
            role="menuitemcheckbox"
            aria-checked={isShown(head)}
            onClick={() => props.onKeep(withColumn(props.kept, head, !isShown(head)))}
          >
            <Checkbox size="small" checked={isShown(head)} tabIndex={-1} aria-hidden sx={{ p: 0, mr: 1 }} />
            {head}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

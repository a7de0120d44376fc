import Box from '@mui/material/Box';
import DialogContent from '@mui/material/DialogContent';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { SearchInput } from '../../base/list/SearchInput.tsx';
import { useSought } from '../../base/list/sought.ts';
import { householdFilter } from '../../register/households/household-search.ts';
import { SearchRefusal } from '../../register/households/SearchRefusal.tsx';
import { entryAfter, type PaletteEntry } from './palette-entries.ts';
import { usePalette } from './use-palette.ts';

/** Ctrl+K: opens a household, an application, a voucher, a batch or a page, or begins some work, by keyboard alone. */
export function Palette(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}): ReactElement {
  const say = useWords();
  const { open, onClose } = props;
  return (
    <WorkDialog
      open={open}
      onLeave={onClose}
      aria-label={say('layout.search')}
      slotProps={{ paper: { sx: { alignSelf: 'flex-start' } } }}
    >
      <DialogContent>
        <Search {...props} />
      </DialogContent>
    </WorkDialog>
  );
}

function Search(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const listId = useId();
  const { seek } = useSought('households');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { entries, moreHouseholds, problems, searching } = usePalette(typed, props.open, props.onShortcuts);
  const at = Math.min(chosen, Math.max(entries.length - 1, 0));
  const carryOut = ({ action }: PaletteEntry): void => {
    // Opened again while the dialog still fades, it begins empty.
    setTyped('');
    setChosen(0);
    props.onClose();
    if (typeof action === 'string') navigate(action);
    else action();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = entryAfter(at, event.key, entries.length);
    const entry = entries[at];
    if (next !== undefined) setChosen(next);
    else if (event.key === 'Enter' && entry !== undefined) carryOut(entry);
    else return;
    event.preventDefault();
  };
  return (
    <Box onKeyDown={press}>
      <SearchInput
        autoFocus
        fullWidth
        label={say('layout.paletteHint')}
        value={typed}
        onType={(text) => {
          setTyped(text);
          setChosen(0);
        }}
        field={{
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-activedescendant': entries.length === 0 ? undefined : `${listId}-${at}`,
        }}
      />
      <Box aria-live="polite" sx={{ color: 'text.secondary', minHeight: 22 }}>
        {searching ? say('layout.searching') : entries.length === 0 ? say('layout.paletteNone') : null}
      </Box>
      <SearchRefusal problems={problems} />
      <Box role="listbox" id={listId} aria-label={say('layout.paletteFound')}>
        {entries.map((entry, index) => (
          <Box key={`${entry.group} ${entry.key}`} sx={{ display: 'contents' }}>
            {entries[index - 1]?.group === entry.group ? null : (
              <Box role="presentation" sx={{ color: 'text.secondary', fontSize: 12, px: 1, pt: 1 }}>
                {say(`layout.palette.${entry.group}`)}
              </Box>
            )}
            <Option id={`${listId}-${index}`} entry={entry} chosen={index === at} onChoose={() => carryOut(entry)} />
          </Box>
        ))}
      </Box>
      {moreHouseholds === undefined ? null : (
        <Link
          to="/households"
          onClick={() => {
            seek(householdFilter(typed));
            props.onClose();
          }}
        >
          {say('layout.searchMore', { total: moreHouseholds })}
        </Link>
      )}
    </Box>
  );
}

function Option(props: {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  const { entry, chosen } = props;
  return (
    <Box
      role="option"
      id={props.id}
      aria-selected={chosen}
      ref={(option: HTMLElement | null) => {
        if (chosen) option?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={props.onChoose}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        p: 1,
        minHeight: { xs: 44, sm: 0 },
        borderRadius: 1,
        cursor: 'pointer',
        backgroundColor: chosen ? 'var(--selected)' : undefined,
        '&:hover': { backgroundColor: 'var(--selected)' },
      }}
    >
      <strong>{entry.title}</strong>
      {entry.detail
        .filter((each) => each !== '')
        .map((each) => (
          <Box key={each} component="span" sx={{ color: 'text.secondary' }}>
            {each}
          </Box>
        ))}
    </Box>
  );
}

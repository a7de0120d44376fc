import Box from '@mui/material/Box';
import DialogContent from '@mui/material/DialogContent';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { searchHouseholdsQuery } from '../../base/graph/generated/layout.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { householdFilter } from '../../register/households/household-search.ts';
import { SearchRefusal } from '../../register/households/SearchRefusal.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { SearchInput } from '../../base/list/SearchInput.tsx';
import { useSought } from '../../base/list/sought.ts';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

/** Ctrl+K: finds a household by its head's name, identity number or file number. */
export function SearchDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const { seek } = useSought('households');
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const filter = householdFilter(asked);
  const answer = useAnswer(searchHouseholdsQuery, { filter }, { enabled: open && asked.length >= 2 });
  const found = asked.length >= 2 ? answer.data?.households : undefined;
  const showAll = (): void => {
    seek(filter);
    onClose();
  };
  return (
    <WorkDialog
      open={open}
      onLeave={onClose}
      aria-label={say('layout.search')}
      slotProps={{ paper: { sx: { alignSelf: 'flex-start' } } }}
    >
      <DialogContent>
        <SearchInput autoFocus fullWidth label={say('layout.searchHint')} value={typed} onType={setTyped} />
        <Box aria-live="polite" sx={{ color: 'text.secondary', minHeight: 22 }}>
          {asked.length < 2
            ? say('layout.searchTooShort')
            : found?.total === 0 && found.problems.length === 0
              ? say('layout.searchNone')
              : null}
        </Box>
        <SearchRefusal problems={found?.problems} />
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {found?.items.map((household) => (
            <li key={household.id}>
              <Box
                component={Link}
                to={`/households/${household.id}`}
                onClick={onClose}
                sx={{
                  display: 'flex',
                  flexWrap: 'wrap',
                  columnGap: 2,
                  p: 1,
                  borderRadius: 1,
                  color: 'text.primary',
                  textDecoration: 'none',
                  '&:hover, &:focus-visible': { backgroundColor: 'var(--selected)' },
                }}
              >
                <strong>{household.head.name}</strong>
                <span>{household.head.maskedIdentityNumber}</span>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {household.unitName}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {household.caseFile?.number}
                </Box>
              </Box>
            </li>
          ))}
        </Box>
        {found !== undefined && found.total > found.items.length ? (
          <Link to="/households" onClick={showAll}>
            {say('layout.searchMore', { total: found.total })}
          </Link>
        ) : null}
      </DialogContent>
    </WorkDialog>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useDeferredValue, useId, useState, type ReactElement } from 'react';
import { householdChoicesQuery } from '../../base/graph/generated/job-seekers.ts';
import type { HouseholdChoicesQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { SearchInput } from '../../base/list/SearchInput.tsx';
import { householdFilter } from './household-search.ts';
import { SearchRefusal } from './SearchRefusal.tsx';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

/** A household that was found and chosen. */
export type PickedHousehold = HouseholdChoicesQuery['households']['items'][number];

/**
 * Finds a household by its head's name, identity number or file number and passes it to the caller. Render it only
 * while it is open.
 */
export function PickHousehold(props: {
  readonly title: string;
  readonly onCancel: () => void;
  readonly onPick: (household: PickedHousehold) => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const answer = useAnswer(householdChoicesQuery, { filter: householdFilter(search) }, { enabled: search.length >= 2 });
  const found = search.length >= 2 ? answer.data?.households : undefined;
  return (
    <WorkDialog open onLeave={props.onCancel} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        <SearchInput autoFocus fullWidth label={say('layout.searchHint')} value={typed} onType={setTyped} />
        <Box aria-live="polite" sx={{ minHeight: 22, color: 'text.secondary' }}>
          {search.length < 2
            ? say('layout.searchTooShort')
            : found?.total === 0 && found.problems.length === 0
              ? say('layout.searchNone')
              : null}
        </Box>
        <SearchRefusal problems={found?.problems} />
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {found?.items.map((household) => (
            <li key={household.id}>
              <Button
                fullWidth
                sx={{ mb: 0.5, justifyContent: 'flex-start', textAlign: 'left', flexWrap: 'wrap', columnGap: 2 }}
                onClick={() => props.onPick(household)}
              >
                <strong>{household.head.name}</strong>
                <span>{household.head.maskedIdentityNumber}</span>
                <span>{household.unitName}</span>
              </Button>
            </li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onCancel}>{say('display.cancel')}</Button>
      </DialogActions>
    </WorkDialog>
  );
}

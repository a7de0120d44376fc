import BookmarkBorderOutlined from '@mui/icons-material/BookmarkBorderOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState, type ReactElement } from 'react';
import { useListContext } from 'react-admin';
import { WorkDialog } from '../display/WorkDialog.tsx';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { unsorted } from '../graph/data-provider.ts';
import { useWords } from '../i18n/use-words.ts';
import { viewShown, withView, withoutView, type KeptList, type KeptView } from './kept-list.ts';

/** The saved views of a list: a choice among them, and a dialog that saves what is shown now or deletes one. */
export function SavedViews(props: {
  readonly kept: KeptList;
  readonly onKeep: (kept: KeptList) => void;
}): ReactElement {
  const say = useWords();
  const { filterValues, sort, setFilters, setSort } = useListContext();
  const [opened, setOpened] = useState(false);
  const { kept, onKeep } = props;
  const now = {
    filter: (filterValues ?? {}) as Readonly<Record<string, unknown>>,
    sort: { field: sort.field, order: sort.order },
    hidden: kept.hidden,
  } as const;
  const show = (view: Omit<KeptView, 'name'>): void => {
    setFilters({ ...view.filter }, undefined, false);
    setSort({ ...view.sort });
    onKeep({ ...kept, hidden: view.hidden });
  };
  return (
    <>
      {kept.views.length === 0 ? null : (
        <ChoiceField
          width={160}
          label={say('list.view')}
          all={say('list.noView')}
          value={viewShown(kept, now) ?? ''}
          choices={kept.views.map(({ name }) => ({ value: name, word: name }))}
          onChoose={(name) =>
            show(kept.views.find((view) => view.name === name) ?? { filter: {}, sort: unsorted, hidden: [] })
          }
        />
      )}
      <Button variant="text" startIcon={<BookmarkBorderOutlined />} onClick={() => setOpened(true)}>
        {say('list.views')}
      </Button>
      {opened ? (
        <ViewDialog
          kept={kept}
          onSave={(name) => {
            onKeep(withView(kept, { name, ...now }));
            setOpened(false);
          }}
          onDelete={(name) => onKeep(withoutView(kept, name))}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </>
  );
}

function ViewDialog(props: {
  readonly kept: KeptList;
  readonly onSave: (name: string) => void;
  readonly onDelete: (name: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  const [name, setName] = useState('');
  const typed = name.trim();
  return (
    <WorkDialog open maxWidth="xs" aria-labelledby={titleId} onLeave={props.onClose}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') props.onSave(typed);
        }}
      >
        <DialogTitle id={titleId}>{say('list.views')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1 }}>
          <TextField
            autoFocus
            fullWidth
            margin="dense"
            label={say('list.viewName')}
            helperText={say('list.viewHelp')}
            value={name}
            slotProps={{ htmlInput: { maxLength: 30 } }}
            onChange={({ target }) => setName(target.value)}
          />
          <Box component="ul" aria-label={say('list.views')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {props.kept.views.map((view) => (
              <Box component="li" key={view.name} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{view.name}</Box>
                <Button
                  variant="text"
                  aria-label={say('list.deleteNamed', { name: view.name })}
                  onClick={() => props.onDelete(view.name)}
                >
                  {say('list.deleteView')}
                </Button>
              </Box>
            ))}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{say('list.closeViews')}</Button>
          <Button type="submit" variant="contained" disabled={typed === ''}>
            {say('list.saveView')}
          </Button>
        </DialogActions>
      </Box>
    </WorkDialog>
  );
}

import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { FileInput } from '../../base/form/FileInput.tsx';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { draftForm } from './commands.ts';

/** Loads the file of a form as a draft; each fault of the file is shown with its place. */
export function LoadForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const notify = useNotify();
  const command = useCommand(draftForm);
  const [file, setFile] = useState<File>();
  const load = async (): Promise<void> => {
    if (file === undefined) return;
    const result = await command.run({ definition: await file.text() });
    const drafted = result?.formVersion;
    if (drafted == null) return;
    notify(say('reportForms.loaded', { title: spoken(drafted.form.title, drafted.form.titleEn) }), { type: 'success' });
    onClose();
  };
  return (
    <WorkDialog open onLeave={onClose} hasTyped={file !== undefined} aria-labelledby="load-form-title">
      <DialogTitle id="load-form-title">{say('reportForms.load')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <ProblemSummary problems={command.problems} />
        <span>{say('reportForms.loadConsequence')}</span>
        <FileInput
          id="definition"
          label={say('reportForms.file')}
          accept="application/json,.json"
          file={file}
          onChoose={(chosen) => {
            command.forget();
            setFile(chosen);
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say('display.cancel')}</Button>
        <Button variant="contained" disabled={file === undefined} loading={command.pending} onClick={() => void load()}>
          {say('reportForms.load')}
        </Button>
      </DialogActions>
    </WorkDialog>
  );
}

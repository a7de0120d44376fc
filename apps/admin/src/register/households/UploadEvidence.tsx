import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { FileInput } from '../../base/form/FileInput.tsx';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { uploadEvidence } from './commands.ts';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

/** Adds one piece of evidence to a file: its kind, and the photo or PDF. */
export function UploadEvidence(props: {
  readonly caseFileId: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly name: string;
    readonly nameEn: string;
    readonly present: boolean;
  }[];
}): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const command = useCommand(uploadEvidence);
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState('');
  const [file, setFile] = useState<File>();
  const chosen =
    kind === '' ? (props.kinds.find((each) => !each.present)?.kind ?? props.kinds[0]?.kind ?? 'OTHER') : kind;
  const upload = async (): Promise<void> => {
    if (file === undefined) return;
    const result = await command.run({ caseFileId: props.caseFileId, kind: chosen, file });
    if (result === undefined) return;
    setFile(undefined);
    setKind('');
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('household.upload')}</Button>
      <WorkDialog
        open={open}
        onLeave={() => setOpen(false)}
        hasTyped={file !== undefined}
        aria-labelledby="upload-title"
      >
        <DialogTitle id="upload-title">{say('household.upload')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1 }}>
          <ProblemSummary problems={command.problems} />
          <span>{say('household.uploadConsequence')}</span>
          {props.kinds.length === 0 ? null : (
            <TextField
              select
              id="kind"
              label={say('household.uploadKind')}
              value={chosen}
              onChange={(event) => setKind(event.target.value)}
            >
              {props.kinds.map((each) => (
                <MenuItem key={each.kind} value={each.kind}>
                  {spoken(each.name, each.nameEn)}
                </MenuItem>
              ))}
            </TextField>
          )}
          <FileInput
            id="file"
            label={say('household.uploadFile')}
            accept="image/*,application/pdf"
            file={file}
            onChoose={setFile}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{say('display.cancel')}</Button>
          <Button
            variant="contained"
            disabled={file === undefined}
            loading={command.pending}
            onClick={() => void upload()}
          >
            {say('household.upload')}
          </Button>
        </DialogActions>
      </WorkDialog>
    </>
  );
}

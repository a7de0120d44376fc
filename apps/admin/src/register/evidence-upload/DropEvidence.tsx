import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useState, type ReactElement } from 'react';
import { ChooseFiles } from '../../base/form/ChooseFiles.tsx';
import { useWords } from '../../base/i18n/use-words.ts';

/** The field to choose or drop many files of evidence; `reading` files are being matched. */
export function DropEvidence(props: {
  readonly reading: number;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactElement {
  const say = useWords();
  const { reading, onFiles } = props;
  const [over, setOver] = useState(false);
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      sx={{
        p: 2,
        mb: 2,
        border: '1px dashed',
        borderColor: 'var(--input-border)',
        borderRadius: 1,
        backgroundColor: over ? 'var(--selected)' : 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <ChooseFiles
          many
          id="evidence-files"
          label={say('evidenceUpload.choose')}
          accept="image/*,application/pdf"
          onChoose={onFiles}
        />
        <Box aria-live="polite" sx={{ color: 'text.secondary' }}>
          {reading > 0 ? say('evidenceUpload.reading', { count: reading }) : say('evidenceUpload.help')}
        </Box>
      </Box>
      {reading > 0 ? (
        <LinearProgress aria-label={say('evidenceUpload.reading', { count: reading })} sx={{ mt: 1 }} />
      ) : null}
    </Box>
  );
}

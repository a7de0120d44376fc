import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useRef, useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { uploadRoster } from './commands.ts';

/** The field to choose or drop a roster; its page opens after the upload. */
export function ChooseRoster(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const command = useCommand(uploadRoster);
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const upload = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setName(file.name);
    const result = await command.run(file);
    if (result?.importId !== undefined) navigate(`/roster-imports/${result.importId}`);
  };
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
        void upload(event.dataTransfer.files[0]);
      }}
      sx={{
        flex: 1,
        p: 2,
        border: '1px dashed',
        borderColor: 'var(--input-border)',
        borderRadius: 1,
        backgroundColor: over ? 'var(--selected)' : 'background.paper',
      }}
    >
      <ProblemSummary problems={command.problems} />
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <input
          ref={input}
          id="roster-file"
          type="file"
          accept=".xlsx,.xlsm,.xls,.csv,.txt"
          hidden
          onChange={(event) => {
            void upload(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button variant="contained" loading={command.pending} onClick={() => input.current?.click()}>
          {say('roster.choose')}
        </Button>
        <Box sx={{ color: 'text.secondary' }}>
          {command.pending ? say('roster.uploading', { name }) : say('roster.chooseHelp')}
        </Box>
      </Box>
      {command.pending ? <LinearProgress aria-label={say('roster.uploading', { name })} sx={{ mt: 1 }} /> : null}
    </Box>
  );
}

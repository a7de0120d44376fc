import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormLabel from '@mui/material/FormLabel';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { EvidenceViewer } from '../../base/queue/EvidenceViewer.tsx';
import { uploadPostingPhoto } from './commands.ts';
import type { PostingDetail } from './PostingRecord.tsx';

/** The photographs of the posted list, added by the person who posts it. */
export function PostingPhotos({ posting }: { readonly posting: PostingDetail }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const can = useCan();
  const command = useCommand(uploadPostingPhoto);
  const [at, setAt] = useState(0);
  const files = posting.photos.map((photo) => ({ ...photo, kindName: say('posting.photo') }));
  const upload = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const result = await command.run({ postingId: posting.id, file });
    if (result !== undefined) notify(say('posting.photoAdded'), { type: 'success' });
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <ProblemSummary problems={command.problems} />
      {can('posting.publish') && posting.status !== 'WITHDRAWN' ? (
        <Box>
          <FormLabel htmlFor="photo">{say('posting.addPhoto')}</FormLabel>{' '}
          <Button component="label" variant="outlined" loading={command.pending}>
            {say('posting.choosePhoto')}
            <input
              id="photo"
              type="file"
              accept="image/*,application/pdf"
              style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
              onChange={(event) => {
                void upload(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </Button>
        </Box>
      ) : null}
      <EvidenceViewer files={files} at={at} onNext={() => setAt(at + 1)} />
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { ReactElement } from 'react';
import { ChooseFiles } from '../../base/form/ChooseFiles.tsx';
import { useWords } from '../../base/i18n/use-words.ts';

/** Photographs of a visit, from the phone's camera or its files; they become evidence of the household's file. */
export function TakePhotos(props: {
  readonly photos: readonly File[];
  readonly onChange: (photos: readonly File[]) => void;
}): ReactElement {
  const say = useWords();
  const { photos, onChange } = props;
  return (
    <Card component="section" aria-label={say('visit.photos')} sx={{ p: 2, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ChooseFiles
          camera
          id="photos"
          label={say('visit.takePhoto')}
          accept="image/*"
          onChoose={(chosen) => onChange([...photos, ...chosen])}
        />
        <Box aria-live="polite" sx={{ color: 'text.secondary' }}>
          {photos.length === 0 ? say('visit.noPhotos') : say('visit.photosTaken', { count: photos.length })}
        </Box>
        {photos.length === 0 ? null : <Button onClick={() => onChange([])}>{say('visit.dropPhotos')}</Button>}
      </Box>
    </Card>
  );
}

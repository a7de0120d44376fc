import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { EmptyState } from '../display/EmptyState.tsx';
import { KeyMark } from './KeyMark.tsx';
import { moment } from '../display/dates.ts';
import { useWords } from '../i18n/use-words.ts';
import { DocumentPreview, type ShownDocument } from './DocumentPreview.tsx';

/** One uploaded piece of evidence. */
export interface EvidenceFile extends ShownDocument {
  readonly uploadedAt: string;
  readonly uploadedBy: string;
}

/** The evidence of one record, one piece at a time, beside the facts that it proves. `at` is moved by the key e. */
export function EvidenceViewer(props: {
  readonly files: readonly EvidenceFile[];
  readonly at: number;
  readonly onNext: () => void;
  readonly missing?: readonly string[];
}): ReactElement {
  const say = useWords();
  const { files } = props;
  const index = files.length === 0 ? 0 : props.at % files.length;
  const file = files[index];
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {props.missing === undefined || props.missing.length === 0 ? null : (
        <Alert severity="warning">{props.missing.join(say('display.separator'))}</Alert>
      )}
      {file === undefined ? (
        <EmptyState title={say('queue.noEvidence')} />
      ) : (
        <>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <strong>{file.kindName}</strong> · {file.fileName}
              <Box sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
                {say('queue.evidenceOf', { n: index + 1, total: files.length })} · {file.uploadedBy}{' '}
                {moment(file.uploadedAt)}
              </Box>
            </Box>
            {files.length > 1 ? (
              <Button aria-keyshortcuts="e" onClick={props.onNext}>
                {say('queue.nextEvidence')}
                <KeyMark letter="E" />
              </Button>
            ) : null}
          </Box>
          <DocumentPreview key={file.id} file={file} />
        </>
      )}
    </Box>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { fetchSignedIn } from '../graph/session.ts';
import { EmptyState } from '../display/EmptyState.tsx';
import { moment } from '../display/dates.ts';
import { useWords } from '../i18n/use-words.ts';

/** One uploaded piece of evidence. */
export interface EvidenceFile {
  readonly id: string;
  readonly kindName: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
  readonly url: string;
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
              </Button>
            ) : null}
          </Box>
          <EvidencePicture file={file} />
        </>
      )}
    </Box>
  );
}

/** The file itself: pictures and PDF shown in place, anything else as a link. It is fetched with the token. */
function EvidencePicture({ file }: { readonly file: EvidenceFile }): ReactElement {
  const say = useWords();
  const [address, setAddress] = useState<string>();
  const { data, isError } = useQuery({
    queryKey: ['evidence', file.id],
    queryFn: async ({ signal }) => {
      const answer = await fetchSignedIn(file.url, { signal });
      if (!answer.ok) throw new Error(`evidence answered ${answer.status}`);
      return answer.blob();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (isError) return <Alert severity="error">{say('display.faultTitle')}</Alert>;
  if (address === undefined) return <Skeleton variant="rectangular" height={320} />;
  if (file.contentType.startsWith('image/')) {
    return (
      <img src={address} alt={`${file.kindName} ${file.fileName}`} style={{ maxWidth: '100%', borderRadius: 6 }} />
    );
  }
  if (file.contentType === 'application/pdf')
    return <iframe src={address} title={file.fileName} style={{ width: '100%', height: '70vh', border: 0 }} />;
  return (
    <Button component="a" href={address} download={file.fileName}>
      {say('queue.openFile')}
    </Button>
  );
}

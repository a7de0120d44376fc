import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { Download } from '../display/Download.tsx';
import { fetchSignedIn } from '../graph/session.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';

/** An uploaded document, with the addresses of the original and of its pages as pictures. */
export interface ShownDocument {
  readonly id: string;
  readonly kindName: string;
  readonly fileName: string;
  readonly url: string;
  readonly previewUrl: string;
}

type Words = Readonly<Record<'zh' | 'en', string>>;
type Page =
  | { readonly kind: 'SHOWN'; readonly picture: Blob; readonly pages: number }
  | { readonly kind: 'NOT_SHOWN'; readonly words: Words | undefined };

/**
 * A document as its server draws it, page by page; the original opens in a tab of its own. Mount it again for another
 * document, so that it begins at the first page.
 */
export function DocumentPreview({ file }: { readonly file: ShownDocument }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const { data, isError } = useQuery({
    queryKey: ['preview', file.id, page],
    queryFn: ({ signal }) => fetchPage(`${file.previewUrl}?page=${page}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (shown) => shown,
  });
  const address = useAddress(data?.kind === 'SHOWN' ? data.picture : undefined);
  const pages = data?.kind === 'SHOWN' ? data.pages : 1;
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {pages > 1 ? (
          <>
            <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
              {say('queue.previousPage')}
            </Button>
            <span aria-live="polite">{say('queue.pageOf', { n: page, total: pages })}</span>
            <Button disabled={page >= pages} onClick={() => setPage(page + 1)}>
              {say('queue.nextPage')}
            </Button>
          </>
        ) : null}
        <Download open url={file.url} fileName={file.fileName} words={say('queue.openFile')} />
      </Box>
      {isError ? <Alert severity="error">{say('display.faultTitle')}</Alert> : null}
      {data?.kind === 'NOT_SHOWN' ? (
        <Alert severity="info">{data.words?.[language] ?? say('queue.notShown')}</Alert>
      ) : null}
      {address === undefined ? null : (
        <Box
          component="img"
          src={address}
          alt={say('queue.pagePicture', { name: `${file.kindName} ${file.fileName}`, n: page, total: pages })}
          sx={{ maxWidth: '100%', borderRadius: '6px', border: 1, borderColor: 'divider' }}
        />
      )}
      {data === undefined && !isError ? <Skeleton variant="rectangular" width="100%" height={320} /> : null}
    </Box>
  );
}

async function fetchPage(url: string, signal: AbortSignal): Promise<Page> {
  const answer = await fetchSignedIn(url, { signal });
  if (answer.ok) {
    const pages = Number(answer.headers.get('x-page-count') ?? 1);
    return { kind: 'SHOWN', picture: await answer.blob(), pages };
  }
  if (answer.status !== 422) throw new Error(`the preview answered ${answer.status}`);
  const refusal = (await answer.json()) as { readonly problems?: readonly Words[] };
  return { kind: 'NOT_SHOWN', words: refusal.problems?.[0] };
}

/** An address for a picture, given back when another takes its place. */
function useAddress(picture: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (picture === undefined) {
      setAddress(undefined);
      return undefined;
    }
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address;
}

import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { fetchSignedIn } from '../graph/session.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';

interface Refusal {
  readonly problems?: readonly { readonly zh: string; readonly en: string }[];
}

/** A button that fetches a file with the token and keeps it under `fileName`, or opens it to be printed. */
export function Download(props: {
  readonly url: string;
  readonly fileName: string;
  readonly words: string;
  readonly open?: boolean;
  readonly primary?: boolean;
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const [pending, setPending] = useState(false);
  const fetchFile = async (): Promise<void> => {
    setPending(true);
    try {
      const answer = await fetchSignedIn(props.url);
      if (!answer.ok) {
        const refusal = (await answer.json().catch(() => ({}))) as Refusal;
        const words = refusal.problems?.[0]?.[language] ?? say('display.faultOffline');
        notify(words, { type: 'error', autoHideDuration: 10_000 });
        return;
      }
      offer(await answer.blob(), props.fileName, props.open === true);
    } catch {
      notify(say('display.faultOffline'), { type: 'error', autoHideDuration: 10_000 });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      variant={props.primary === true ? 'contained' : 'outlined'}
      loading={pending}
      onClick={() => void fetchFile()}
    >
      {props.words}
    </Button>
  );
}

function offer(file: Blob, fileName: string, open: boolean): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  if (open) link.target = '_blank';
  else link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

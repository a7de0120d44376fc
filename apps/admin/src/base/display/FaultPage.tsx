import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { FaultNotice } from './FaultNotice.tsx';
import { PageHead } from './PageHead.tsx';

/** A page whose record could not be read, with a heading like every page. */
export function FaultPage(props: { readonly fault: unknown; readonly onRetry?: () => void }): ReactElement {
  const say = useWords();
  return (
    <>
      <PageHead title={say('display.faultTitle')} />
      <FaultNotice {...props} />
    </>
  );
}

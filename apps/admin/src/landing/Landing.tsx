import type { ReactElement } from 'react';
import { PageHead } from '../display/PageHead.tsx';
import { useWords } from '../i18n/use-words.ts';

export default function Landing(): ReactElement {
  const say = useWords();
  return <PageHead title={say('landing.title')} />;
}

import type { ReactElement } from 'react';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import { useWords } from '../../base/i18n/use-words.ts';

const shown: Readonly<Record<string, readonly [Tone, MessageKey]>> = {
  UPLOADED: ['wait', 'rosterImportStatus.UPLOADED'],
  READY: ['wait', 'rosterImportStatus.READY'],
  RUNNING: ['moving', 'rosterImportStatus.RUNNING'],
  DONE: ['done', 'rosterImportStatus.DONE'],
  CANCELLED: ['still', 'rosterImportStatus.CANCELLED'],
  FAILED: ['stop', 'rosterImportStatus.FAILED'],
  REFUSED: ['stop', 'rosterImportStatus.REFUSED'],
};

/** How far an import is. */
export function RosterTag({ status }: { readonly status: string }): ReactElement {
  const say = useWords();
  const [tone, word] = shown[status] ?? ['still', 'rosterImportStatus.UPLOADED'];
  return <StatusTag tone={tone} word={say(word)} />;
}

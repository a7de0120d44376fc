import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';

/** The text of a clause: the source's own words as a quotation, their article, and separately how they are read. */
export function ClauseWords(props: {
  readonly text: string | null;
  readonly note: string | null;
  /** Title and article of the clause, if they are not shown beside it. */
  readonly source?: string;
}): ReactElement {
  const say = useWords();
  return (
    <div className="clause-words">
      {props.text === null ? <div className="minor">{say('sheet.noWords')}</div> : <q lang="zh-CN">{props.text}</q>}
      {props.source === undefined ? null : <div className="minor">{props.source}</div>}
      {props.note === null ? null : <div className="minor note">{say('sheet.note', { note: props.note })}</div>}
    </div>
  );
}

import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';

/** A clause as the graph has it: its title, the source as cited, the source's text and a note on how it is read. */
export interface CitedClause {
  readonly title: string;
  readonly source: string;
  readonly text: string | null;
  readonly note: string | null;
}

/** A reference to a clause: its title and source, everywhere the same, and its text one click away. */
export function ClauseReference({ clause }: { readonly clause: CitedClause }): ReactElement {
  return (
    <details>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
        <Citation clause={clause} />
      </Box>
      <ClauseInFull clause={clause} cited={false} />
    </details>
  );
}

/** A clause with its text in full, as on a decision sheet: the source's own words as a quotation, source and note. */
export function ClauseInFull(props: { readonly clause: CitedClause; readonly cited?: boolean }): ReactElement {
  const say = useWords();
  const { clause, cited = true } = props;
  return (
    <div className="clause-words">
      {clause.text === null ? <div className="minor">{say('sheet.noWords')}</div> : <q lang="zh-CN">{clause.text}</q>}
      {cited ? (
        <div className="minor">
          <Citation clause={clause} />
        </div>
      ) : null}
      {clause.note === null ? null : <div className="minor note">{say('sheet.note', { note: clause.note })}</div>}
    </div>
  );
}

function Citation({ clause: { title, source } }: { readonly clause: CitedClause }): ReactElement {
  const say = useWords();
  return <>{say('sheet.citation', { title, source })}</>;
}

import type { ReactElement } from 'react';
import { useSpoken, useWords, type Say } from '../../base/i18n/use-words.ts';
import { ClauseWords } from './ClauseWords.tsx';
import { MetTag, type DecisionLine } from './DecisionLines.tsx';

/** The whole decision as printed: criterion, this household, threshold and its dates, evidence, clause, conclusion. */
export function SheetTable({ lines }: { readonly lines: readonly DecisionLine[] }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  return (
    <table className="sheet">
      <thead>
        <tr>
          <th scope="col">{say('sheet.criterion')}</th>
          <th scope="col">{say('sheet.household')}</th>
          <th scope="col">{say('sheet.threshold')}</th>
          <th scope="col">{say('sheet.evidence')}</th>
          <th scope="col">{say('sheet.clause')}</th>
          <th scope="col">{say('sheet.conclusion')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.clauseCode}/${line.criterion}`}>
            <th scope="row">{spoken(line.criterion, line.criterionEn)}</th>
            <td>{line.householdValue}</td>
            <td>
              {line.threshold}
              <div className="minor">{datesOf(line, say)}</div>
            </td>
            <td>{line.evidence.join(say('display.separator')) || '—'}</td>
            <td>
              <ClauseWords text={line.sourceText} note={line.note} source={`${line.clauseTitle} ${line.source}`} />
            </td>
            <td>
              <MetTag line={line} />
              <div className="minor">{say(speaksWord(line.speaks))}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function datesOf(line: DecisionLine, say: Say): string | undefined {
  if (line.inForceFrom === null) return undefined;
  return line.inForceTo === null
    ? say('sheet.inForceOpen', { from: line.inForceFrom })
    : say('sheet.inForce', { from: line.inForceFrom, to: line.inForceTo });
}

function speaksWord(speaks: string): 'sheet.for' | 'sheet.against' | 'sheet.neutral' {
  return speaks === 'FOR' ? 'sheet.for' : speaks === 'AGAINST' ? 'sheet.against' : 'sheet.neutral';
}

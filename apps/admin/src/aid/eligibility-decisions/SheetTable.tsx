import type { ReactElement } from 'react';
import { longDay } from '../../base/display/dates.ts';
import type { Language } from '../../base/i18n/language.ts';
import { useLanguage, useSpoken, useWords, type Say } from '../../base/i18n/use-words.ts';
import { ClauseInFull } from './ClauseReference.tsx';
import { clauseOf, MetTag, type DecisionLine } from './DecisionLines.tsx';

/** The whole decision as printed: criterion, this household, threshold and its dates, evidence, clause, conclusion. */
export function SheetTable({ lines }: { readonly lines: readonly DecisionLine[] }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const language = useLanguage();
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
              <div className="minor">{datesOf(line, say, language)}</div>
            </td>
            <td>{line.evidence.join(say('display.separator')) || '—'}</td>
            <td>
              <ClauseInFull clause={clauseOf(line)} />
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

function datesOf(line: DecisionLine, say: Say, language: Language): string | undefined {
  if (line.inForceFrom === null) return undefined;
  const from = longDay(line.inForceFrom, language);
  return line.inForceTo === null
    ? say('sheet.inForceOpen', { from })
    : say('sheet.inForce', { from, to: longDay(line.inForceTo, language) });
}

function speaksWord(speaks: string): 'sheet.for' | 'sheet.against' | 'sheet.neutral' {
  return speaks === 'FOR' ? 'sheet.for' : speaks === 'AGAINST' ? 'sheet.against' : 'sheet.neutral';
}

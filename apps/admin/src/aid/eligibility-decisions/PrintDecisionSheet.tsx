import { useEffect, type ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { longDay } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { eligibilityDecisionQuery } from '../../base/graph/generated/eligibility-decisions.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { outcomeWord } from '../../base/display/outcome.ts';
import { sheetFacts } from './decision-facts.ts';
import { SheetTable } from './SheetTable.tsx';
import './sheet.css';

/** A decision sheet on A4: black on white, heads repeated, rows unbroken, page numbers, places to sign. */
export default function PrintDecisionSheet(): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  const { id = '' } = useParams();
  const { data, error } = useAnswer(eligibilityDecisionQuery, { id });
  const sheet = data?.eligibilityDecision;
  useEffect(() => {
    document.title = `${say('sheet.title')} · ${sheet?.headName ?? ''}`;
  }, [say, sheet?.headName]);
  if (error !== null) return <FaultNotice fault={error} />;
  if (sheet === null || sheet === undefined) return null;
  return (
    <main className="paper">
      <h1>{say('sheet.title')}</h1>
      <p>
        {say('sheet.preparedFor')}：<strong>{sheet.headName}</strong>　{sheet.maskedIdentityNumber}　{sheet.unitName}
      </p>
      <p>
        {say('sheet.verdict')}：<strong>{say(outcomeWord(sheet.outcome))}</strong>
      </p>
      <dl>
        {sheetFacts(sheet, say, language).map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <SheetTable lines={sheet.lines} />
      {sheet.evidenceMissing.length === 0 ? null : (
        <p>
          {say('sheet.missing')}：{sheet.evidenceMissing.join(say('display.separator'))}
        </p>
      )}
      {sheet.outcome === 'NOT_ELIGIBLE' ? <p>{say('sheet.notEligibleNext')}</p> : null}
      <p className="signatures">
        <span>{say('sheet.handler')}：</span>
        <span>{say('sheet.reviewer')}：</span>
        <span>{say('sheet.responsible')}：</span>
        <span>{say('sheet.received')}：</span>
      </p>
      <p className="seal">
        {say('sheet.seal', { union: sheet.decidingUnionName })}　{longDay(sheet.decidedAt, language)}
      </p>
    </main>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router-dom';
import { Download } from '../../base/display/Download.tsx';
import { FaultPage } from '../../base/display/FaultPage.tsx';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { GraphFault } from '../../base/graph/fault.ts';
import { eligibilityDecisionQuery } from '../../base/graph/generated/eligibility-decisions.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { outcomeWord } from '../../base/display/outcome.ts';
import { sheetFacts } from './decision-facts.ts';
import { SheetTable } from './SheetTable.tsx';
import './sheet.css';

/** A decision sheet on screen: the verdict, and for each criterion what spoke for and against. */
export default function EligibilityDecisionPage(): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const { id = '' } = useParams();
  const { data, error, refetch, isPending } = useAnswer(eligibilityDecisionQuery, { id });
  const sheet = data?.eligibilityDecision;
  if (error !== null) return <FaultPage fault={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rectangular" height={320} />;
  if (sheet === null || sheet === undefined) return <FaultPage fault={new GraphFault('', 404, 'NOT_FOUND')} />;
  const fileName = say('sheet.fileName', { number: sheet.caseFileNumber });
  return (
    <>
      <PageHead
        title={say('sheet.title')}
        lead={
          <>
            {sheet.headName} · {sheet.maskedIdentityNumber} · {sheet.unitName}
          </>
        }
      >
        <Button variant="contained" component={Link} to={`/print/decision-sheet/${sheet.id}`} target="_blank">
          {say('sheet.print')}
        </Button>
        <Download url={sheet.pdfUrl} fileName={`${fileName}.pdf`} words={say('sheet.pdf')} />
        <Download url={sheet.docxUrl} fileName={`${fileName}.docx`} words={say('sheet.docx')} />
      </PageHead>
      <Card sx={{ p: 2, mb: 2, display: 'grid', gap: 2 }}>
        <Box>
          <strong>{say('sheet.verdict')}</strong>{' '}
          <StatusTag tone={sheet.outcome === 'ELIGIBLE' ? 'done' : 'wait'} word={say(outcomeWord(sheet.outcome))} />
        </Box>
        <KeyFacts facts={sheetFacts(sheet, say, language)} />
      </Card>
      {sheet.outcome === 'NOT_ELIGIBLE' ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {say('sheet.notEligibleNext')}
        </Alert>
      ) : null}
      {sheet.evidenceMissing.length === 0 ? null : (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('sheet.missing')}：{sheet.evidenceMissing.join(say('display.separator'))}
        </Alert>
      )}
      <Card sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={say('sheet.title')}>
        <SheetTable lines={sheet.lines} />
      </Card>
    </>
  );
}

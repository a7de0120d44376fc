import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { MaskedIdentity } from '../../base/display/Figure.tsx';
import { amount } from '../../base/display/money.ts';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { standingWords, workersWords } from './standing-words.ts';
import { SuspectedDoublesOf } from '../same-person/SuspectedDoubles.tsx';
import type { ReviewFile } from './use-review.ts';

/** The facts of a file's household, and the rule that lists it, for the reviewer to compare with the evidence. */
export function CaseFileFacts({ file }: { readonly file: ReviewFile }): ReactElement {
  const say = useWords();
  const { household } = file;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2" translate="no">
        {household.head.name}
      </Typography>
      <SuspectedDoublesOf householdId={household.id} />
      <Alert severity={file.hardshipClass === null ? 'warning' : 'info'} icon={false}>
        <strong>{say('review.rule')}</strong>{' '}
        {file.hardshipClass === null ? say('household.noClass') : say(`hardshipClass.${file.hardshipClass}`)}
        <div>{file.hardshipExplanation}</div>
      </Alert>
      <KeyFacts
        columnWidth={150}
        facts={[
          { name: say('household.identity'), value: <MaskedIdentity value={household.head.maskedIdentityNumber} /> },
          { name: say('household.birth'), value: household.head.birthDate },
          { name: say('household.unit'), value: household.unitName },
          { name: say('household.size'), value: say('household.sizeUnit', { count: household.size }) },
          { name: say('household.income'), value: amount(household.monthlyIncomePerCapita) },
          {
            name: say('household.causes'),
            value: household.causes.map((cause) => say(`hardshipCause.${cause}`)).join(say('display.separator')),
          },
          { name: say('household.dibao'), value: say(`dibaoStatus.${household.dibaoStatus}`) },
          { name: say('household.modelWorker'), value: say(`modelWorkerHonour.${household.modelWorkerHonour}`) },
          {
            name: say('register.headStanding'),
            value: standingWords(say, household.headStanding, household.migrantWorker),
          },
          { name: say('household.workers'), value: workersWords(say, household) },
          { name: say('register.remark'), value: household.remark },
        ]}
      />
      {household.members.length === 0 ? null : (
        <PlainTable
          caption={say('household.tabFamily')}
          rows={household.members}
          keyOf={(member) => member.id}
          columns={[
            { head: say('household.member'), cell: (member) => member.name },
            { head: say('household.relation'), cell: (member) => member.relation },
            {
              head: say('household.standing'),
              cell: (member) =>
                member.id === household.members[0]?.id
                  ? standingWords(say, household.headStanding, household.migrantWorker)
                  : standingWords(say, member.standing, member.ruralRegistration),
            },
            {
              head: say('household.health'),
              cell: (member) => [member.health, member.schooling].filter(Boolean).join('；') || '—',
            },
          ]}
        />
      )}
    </Box>
  );
}

import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { Download } from '../../base/display/Download.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import type { HouseholdDetail } from './HouseholdRecord.tsx';

/** Prints the household's registration form (困难职工登记表) and case file form (困难职工档案表). */
export function HouseholdPapers({ household }: { readonly household: HouseholdDetail }): ReactElement | null {
  const say = useWords();
  const { id, caseFile } = household;
  if (caseFile === null) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {(['registration-form', 'case-file-form'] as const).map((form) => (
        <Download
          key={form}
          open
          url={`/files/case-records/households/${id}/${form}.pdf`}
          fileName={`${say(`household.paper.${form}`)}-${caseFile.number}.pdf`}
          words={say('household.printPaper', { paper: say(`household.paper.${form}`) })}
        />
      ))}
    </Box>
  );
}

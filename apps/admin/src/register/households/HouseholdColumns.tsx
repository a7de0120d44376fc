import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { CaseFileTag } from '../case-files/CaseFileTag.tsx';
import { MaskedIdentity } from '../../base/display/Figure.tsx';
import { amount } from '../../base/display/money.ts';
import { OneLine } from '../../base/display/OneLine.tsx';
import { MarkTags } from './MarkNotices.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';

type Row = ItemOf<'households'>;

/** The columns of the list of households: who, where, how many, income, causes of hardship, and the file's status. */
export function HouseholdColumns(): ReactElement {
  const say = useWords();
  return (
    <>
      <DataTable.Col
        source="head.name"
        label={say('household.head')}
        disableSort
        render={(row: Row) => (
          <Box sx={{ minWidth: 72 }}>
            <Link to={`/households/${row.id}`}>{row.head.name}</Link>
          </Box>
        )}
      />
      <DataTable.Col
        source="head.maskedIdentityNumber"
        label={say('household.identity')}
        disableSort
        render={(row: Row) => <MaskedIdentity value={row.head.maskedIdentityNumber} />}
      />
      <DataTable.Col
        source="unitName"
        label={say('household.unit')}
        disableSort
        render={(row: Row) => <Box sx={{ minWidth: 96 }}>{row.unitName}</Box>}
      />
      <DataTable.Col source="size" label={say('household.size')} disableSort align="right" />
      <DataTable.Col
        source="monthlyIncomePerCapita"
        label={say('household.income')}
        disableSort
        align="right"
        render={(row: Row) => amount(row.monthlyIncomePerCapita)}
      />
      <DataTable.Col
        source="causes"
        label={say('household.causes')}
        disableSort
        render={(row: Row) => (
          <OneLine text={row.causes.map((cause) => say(`hardshipCause.${cause}`)).join(say('display.separator'))} />
        )}
      />
      <DataTable.Col
        source="caseFile.number"
        label={say('household.file')}
        disableSort
        render={(row: Row) => (
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {row.caseFile?.number ?? '—'}
          </Box>
        )}
      />
      <DataTable.Col
        source="caseFile.status"
        label={say('household.fileStatus')}
        disableSort
        render={(row: Row) => (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {row.caseFile === null ? '—' : <CaseFileTag status={row.caseFile.status} />}
            <MarkTags marks={row.marks} />
          </Box>
        )}
      />
      <DataTable.Col
        source="caseFile.evidenceMissing"
        label={say('household.lacks')}
        disableSort
        render={(row: Row) => <OneLine text={row.caseFile?.evidenceMissing.join(say('display.separator')) || '—'} />}
      />
    </>
  );
}

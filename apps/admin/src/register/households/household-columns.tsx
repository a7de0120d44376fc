import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';
import { CaseFileTag } from '../case-files/CaseFileTag.tsx';
import { MaskedIdentity } from '../../base/display/Figure.tsx';
import { amount } from '../../base/display/money.ts';
import { OneLine } from '../../base/display/OneLine.tsx';
import { MarkTags } from './MarkNotices.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import type { Say } from '../../base/i18n/use-words.ts';
import type { ListColumn } from '../../base/list/ListPage.tsx';

type Row = ItemOf<'households'>;

/** The columns of the list of households: who, where, how many, income, causes of hardship, and the file's status. */
export function householdColumns(say: Say): readonly ListColumn<Row>[] {
  return [
    {
      head: say('household.head'),
      sort: 'HEAD',
      cell: (row) => (
        <Box sx={{ minWidth: 72 }}>
          <Link to={`/households/${row.id}`}>{row.head.name}</Link>
        </Box>
      ),
    },
    { head: say('household.identity'), cell: (row) => <MaskedIdentity value={row.head.maskedIdentityNumber} /> },
    { head: say('household.unit'), sort: 'UNIT', cell: (row) => <Box sx={{ minWidth: 96 }}>{row.unitName}</Box> },
    { head: say('household.size'), sort: 'SIZE', right: true, cell: (row) => row.size },
    { head: say('household.income'), sort: 'INCOME', right: true, cell: (row) => amount(row.monthlyIncomePerCapita) },
    {
      head: say('household.causes'),
      cell: (row) => (
        <OneLine text={row.causes.map((cause) => say(`hardshipCause.${cause}`)).join(say('display.separator'))} />
      ),
    },
    {
      head: say('household.file'),
      cell: (row) => (
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {row.caseFile?.number ?? '—'}
        </Box>
      ),
    },
    {
      head: say('household.fileStatus'),
      cell: (row) => (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          {row.caseFile === null ? '—' : <CaseFileTag status={row.caseFile.status} />}
          <MarkTags marks={row.marks} />
        </Box>
      ),
    },
    {
      head: say('household.lacks'),
      cell: (row) => <OneLine text={row.caseFile?.evidenceMissing.join(say('display.separator')) || '—'} />,
    },
  ];
}

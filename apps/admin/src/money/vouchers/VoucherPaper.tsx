import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useLanguage } from '../../base/i18n/use-words.ts';
import { printFont } from '../../base/theme/tokens.ts';

type Form = DetailOf<'vouchers'>['form'];
type Cell = Form['head'][number];

/** A voucher as its form, which the PDF prints too: black on white, room for the signatures and the seal. */
export function VoucherPaper({ form }: { readonly form: Form }): ReactElement {
  return (
    <Box
      sx={{
        minWidth: 520,
        maxWidth: 720,
        mx: 'auto',
        p: { xs: 2, sm: 4 },
        color: '#000',
        backgroundColor: '#fff',
        fontFamily: printFont,
        border: '1px solid #000',
        '@media print': { border: 0, p: 0, maxWidth: 'none' },
      }}
    >
      <Box component="h2" sx={{ textAlign: 'center', fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>
        {form.title}
      </Box>
      {form.stamp === null ? null : (
        <Box sx={{ textAlign: 'right', fontWeight: 600, color: '#A8200D' }}>{form.stamp}</Box>
      )}
      <Named cells={form.head} />
      <Box component="table" sx={tableLook}>
        <tbody>
          {form.rows.map(({ cells }) => (
            <Row key={cells[0]?.label} cells={cells} />
          ))}
        </tbody>
      </Box>
      <Named cells={form.signers} end={form.seal} />
      <Box sx={{ mt: 1, fontSize: 12, lineHeight: '18px', color: '#555' }}>{form.foot}</Box>
    </Box>
  );
}

const tableLook = {
  width: 'calc(100% - 2px)',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  '& th, & td': {
    border: '1px solid #000',
    p: '6px 8px',
    textAlign: 'left',
    fontWeight: 400,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  '& th': { width: '18%' },
  '& td:empty': { height: 48 },
} as const;

/** A row of one cell across, of two, or of an amount in capitals and in figures under one label. */
function Row({ cells }: { readonly cells: readonly Cell[] }): ReactElement {
  return (
    <tr>
      {cells.map((cell, place) => [
        cell.label === '' ? null : (
          <th key={`${cell.label} label`} scope="row">
            {cell.label}
          </th>
        ),
        <td key={cell.label} colSpan={spanOf(cells, place)}>
          {cell.lead === null ? (
            cell.text
          ) : (
            <>
              {cell.lead}
              <strong>{cell.text}</strong>
            </>
          )}
        </td>,
      ])}
    </tr>
  );
}

function spanOf(cells: readonly Cell[], place: number): number {
  if (cells.length === 1) return 3;
  return place === 0 && cells[1]?.label === '' ? 2 : 1;
}

function Named({ cells, end }: { readonly cells: readonly Cell[]; readonly end?: string }): ReactElement {
  const colon = useLanguage() === 'zh' ? '：' : ': ';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 2, my: 1 }}>
      {cells.map(({ label, text }) => (
        <span key={label}>
          {label}
          {colon}
          {text}
        </span>
      ))}
      {end === undefined ? null : <span>{end}</span>}
    </Box>
  );
}

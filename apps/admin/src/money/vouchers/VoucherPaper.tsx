import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';
import { longDay } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { printFont } from '../../base/theme/tokens.ts';

/** The voucher as printed: black on white, amount in figures and in capitals, room for the signatures. */
export function VoucherPaper({ voucher }: { readonly voucher: DetailOf<'vouchers'> }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  return (
    <Box
      sx={{
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
        {say('vouchers.paperTitle')}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', columnGap: 2, my: 1 }}>
        <span>
          {say('vouchers.issued')} {longDay(voucher.issuedOn, language)}
        </span>
        <span>
          {say('vouchers.number')} {voucher.number}
        </span>
      </Box>
      <Box
        component="table"
        sx={{
          width: 'calc(100% - 2px)',
          borderCollapse: 'collapse',
          '& th, & td': {
            border: '1px solid #000',
            p: '6px 8px',
            textAlign: 'left',
            fontWeight: 400,
            verticalAlign: 'top',
            overflowWrap: 'anywhere',
          },
          '& th': { width: '22%', minWidth: '5em' },
        }}
      >
        <tbody>
          <Line name={say('vouchers.unit')}>{voucher.unitName}</Line>
          <Line name={say('vouchers.head')}>{voucher.householdHead}</Line>
          <Line name={say('vouchers.identity')}>{voucher.maskedIdentityNumber}</Line>
          <Line name={say('vouchers.reason')}>{voucher.reason}</Line>
          <Line name={say('vouchers.clause')}>{voucher.clause}</Line>
          <Line name={say('vouchers.amount')}>
            <div>
              {say('vouchers.capitals')} <strong lang="zh-CN">{voucher.amountInCapitals}</strong>
            </div>
            <div>
              {say('vouchers.figures')} <strong>{money(voucher.amount)}</strong>
            </div>
          </Line>
          <Line name={say('vouchers.fundAndSource')}>{voucher.fundAndSource}</Line>
          <Line name={say('vouchers.applicantSigns')}>
            <Box sx={{ minHeight: 40 }} />
          </Line>
          <Line name={say('vouchers.payeeSigns')}>
            <Box sx={{ minHeight: 40 }} />
          </Line>
        </tbody>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 3, mt: 1 }}>
        <span>
          {say('vouchers.handler')}：{voucher.handler}
        </span>
        <span>
          {say('vouchers.checker')}：{voucher.checker}
        </span>
        <span>
          {say('vouchers.approver')}：{voucher.approver}
        </span>
      </Box>
    </Box>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

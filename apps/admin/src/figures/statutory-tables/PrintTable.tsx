import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { longDay } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useLanguage, useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { PrintSheet, Signatures } from '../../base/print/PrintSheet.tsx';
import { readableIn, type Figure, type Line, type Table } from './statutory-table.ts';
import { useTable } from './use-table.ts';

/** The table on A4 in the words of the printed form, its figures underlined. */
export default function PrintTable(): ReactElement {
  const spoken = useSpoken();
  const { data, error } = useTable();
  const table = data?.statutoryTable ?? undefined;
  return (
    <PrintSheet
      title={table === undefined ? '' : spoken(table.form.title, table.form.titleEn)}
      ready={table !== undefined}
    >
      {error ? <FaultNotice fault={error} /> : null}
      {table === undefined ? null : <Paper table={table} />}
    </PrintSheet>
  );
}

function Paper({ table }: { readonly table: Table }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const language = useLanguage();
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        maxWidth: 760,
        mx: 'auto',
        borderCollapse: 'collapse',
        fontSize: 14,
        lineHeight: '26px',
        '& td, & th': { p: 0, textAlign: 'left', fontWeight: 400 },
      }}
    >
      <thead>
        <tr>
          <th>
            <Box sx={{ textAlign: 'center', fontSize: 20, lineHeight: '32px', fontWeight: 600 }}>
              {spoken(table.form.title, table.form.titleEn)}
            </Box>
            <Box
              sx={{
                display: 'flex',
                justifyContent: 'space-between',
                flexWrap: 'wrap',
                columnGap: 2,
                borderBottom: '1px solid #000',
                mb: 1,
              }}
            >
              <span>{say('statutoryTable.unitLine', { name: table.organizationName })}</span>
              <span>{longDay(table.preparedOn, language)}</span>
              <span>{say('statutoryTable.preparedLine', { name: table.preparedBy })}</span>
              <span>{say('statutoryTable.phoneLine', { phone: table.preparedByPhone ?? '' })}</span>
            </Box>
          </th>
        </tr>
      </thead>
      <tbody>
        {table.lines.flatMap((line) => [
          ...(line.heading === null
            ? []
            : [
                <tr key={`${line.code}/heading`}>
                  <td>{spoken(line.heading, say('statutoryTable.during', { section: line.section }))}</td>
                </tr>,
              ]),
          <tr key={line.code}>
            <td>{language === 'zh' ? <PrintedLine line={line} /> : <PlainLine line={line} />}</td>
          </tr>,
        ])}
        <tr>
          <td>
            <Box sx={{ mt: 1 }}>{spoken(table.form.note, table.form.noteEn)}</Box>
            <Signatures />
          </td>
        </tr>
      </tbody>
    </Box>
  );
}

/** A blank with what is read with it: the unit after it and the mark behind. */
const blanks = /(\{[^}]+\} ?[^\s{，。；、,.;（）]{0,4}[，。；、,.;]?)/;

/** The printed sentence, with figures in its blanks; a line never begins with a lone unit. */
function PrintedLine({ line }: { readonly line: Line }): ReactElement {
  return (
    <>
      {line.printed.split(blanks).map((part, index) => {
        const [, key, unit = ''] = /^\{([^}]+)\}(.*)$/.exec(part) ?? [];
        const figure = key === undefined ? undefined : line.cells.find((cell) => cell.key === key);
        return figure === undefined ? (
          part
        ) : (
          <Box key={index} component="span" sx={{ whiteSpace: 'nowrap' }}>
            <Filled figure={figure} />
            {unit}
          </Box>
        );
      })}
    </>
  );
}

function PlainLine({ line }: { readonly line: Line }): ReactElement {
  const spoken = useSpoken();
  const term = useTerm();
  return (
    <>
      {line.code}{' '}
      {line.cells.map((cell, index) => (
        <span key={cell.key}>
          {index === 0 ? '' : '; '}
          {spoken(cell.label, cell.labelEn)} <Filled figure={cell} /> {term('unit', cell.unit)}
        </span>
      ))}
    </>
  );
}

function Filled({ figure }: { readonly figure: Figure }): ReactElement {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        minWidth: 48,
        px: 0.5,
        textAlign: 'center',
        lineHeight: '20px',
        borderBottom: '1px solid #000',
      }}
    >
      {figure.value === '' ? '' : readableIn(figure, figure.value)}
    </Box>
  );
}

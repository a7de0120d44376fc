import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import { longDay } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { useLanguage, useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { BesidePanel } from './BesidePanel.tsx';
import { CellPanel } from './CellPanel.tsx';
import { FigureLegend } from './FigureMark.tsx';
import { draftName } from './cell-draft.ts';
import { RestIsZero } from './RestIsZero.tsx';
import { SavingLine } from './SavingLine.tsx';
import { figuresOf, shownStatesOf, type Table } from './statutory-table.ts';
import { ReviewNotice } from './ReviewNotice.tsx';
import { AcceptedLine, Subordinates } from './Subordinates.tsx';
import { TableBar } from './TableBar.tsx';
import { TableChoices } from './TableChoices.tsx';
import { TableGrid } from './TableGrid.tsx';
import { useFilling, useMayFill } from './use-filling.ts';
import { useTable } from './use-table.ts';

/** 送温暖工程统计表 as printed; every figure opens the records behind it. */
export default function StatutoryTablePage(): ReactElement {
  const say = useWords();
  const { data, error, refetch } = useTable();
  const fault = error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null;
  if (data === undefined) return fault ?? <Skeleton variant="rectangular" height={480} />;
  const table = data.statutoryTable;
  if (table === null) {
    return (
      <>
        <PageHead title={say('statutoryTable.title')} />
        <EmptyState title={say('statutoryTable.noTable')} why={say('statutoryTable.noTableWhy')} />
      </>
    );
  }
  return (
    <>
      {fault}
      <OpenTable
        key={draftName(table, '')}
        table={table}
        onCheck={async () => (await refetch()).data?.statutoryTable ?? undefined}
      />
    </>
  );
}

function OpenTable({
  table,
  onCheck,
}: {
  readonly table: Table;
  readonly onCheck: () => Promise<Table | undefined>;
}): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const [search] = useSearchParams();
  const trial = search.has('draftId');
  const fillable = useMayFill(table) && !trial;
  const filling = useFilling(table, fillable);
  const { saving, chosen } = filling;
  const figure = figuresOf(table).find((each) => each.key === chosen);
  const state = figure === undefined ? undefined : shownStatesOf(table).get(figure.key);
  const panel =
    figure === undefined || state === undefined ? null : (
      <CellPanel
        key={figure.key}
        table={table}
        figure={figure}
        state={state}
        fillable={fillable && figure.kind !== 'COMPUTED'}
        onFill={() => filling.fill(figure.key)}
        onTakeBack={() => filling.takeBack(figure.key)}
        onClose={filling.close}
      />
    );
  return (
    <>
      <TableHead table={table} />
      {trial ? <Alert severity="info">{say('reportForms.trial')}</Alert> : null}
      <ReviewNotice table={table} onJump={filling.focus} />
      <TableChoices table={table} />
      {trial ? null : <AcceptedLine table={table} />}
      <FigureLegend />
      <Box id="table-keys" sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary', my: 0.5 }}>
        {say(keysOf(table, fillable))}
      </Box>
      <SavingLine saving={saving} hint={filling.hint} onJump={filling.focus} />
      <BesidePanel panel={panel} onClose={filling.close}>
        <TableGrid
          table={table}
          rows={filling.rows}
          chosen={chosen}
          inside={filling.inside}
          fillable={fillable}
          saving={saving.saving}
          wishes={filling.wishes}
        />
        <Box sx={{ mt: 1, color: 'text.secondary' }}>{spoken(table.form.note, table.form.noteEn)}</Box>
        {trial ? null : <Subordinates table={table} />}
      </BesidePanel>
      {trial ? null : (
        <TableBar
          table={table}
          unsaved={saving.unsaved}
          onCheck={onCheck}
          onJump={filling.focus}
          rest={fillable ? <RestIsZero table={table} onSave={saving.save} /> : null}
        />
      )}
    </>
  );
}

function keysOf(table: Table, fillable: boolean) {
  if (fillable) return 'statutoryTable.keys';
  return table.submission?.mayReturn === true ? 'statutoryTable.keysToReview' : 'statutoryTable.keysToRead';
}

/** The head of the printed form: title, unit, day, who prepared it, period. */
function TableHead({ table }: { readonly table: Table }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const language = useLanguage();
  return (
    <PageHead
      title={spoken(table.form.title, table.form.titleEn)}
      lead={
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
          <span>{say('statutoryTable.unitLine', { name: table.organizationName })}</span>
          <span>{longDay(table.preparedOn, language)}</span>
          <span>{say('statutoryTable.preparedLine', { name: table.preparedBy })}</span>
          <span>{say('statutoryTable.phoneLine', { phone: table.preparedByPhone ?? '' })}</span>
          <span>{say('statutoryTable.period', { from: table.from, to: table.to })}</span>
        </Box>
      }
    />
  );
}

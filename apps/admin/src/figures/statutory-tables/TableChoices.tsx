import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useStaff } from '../../base/auth/use-staff.ts';
import { tableChoicesQuery } from '../../base/graph/generated/statutory-tables.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import type { Table } from './statutory-table.ts';

/** Which form is shown, of which unit (the own, or one below) and which campaign. */
export function TableChoices({ table }: { readonly table: Table }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const staff = useStaff();
  const [search, setSearch] = useSearchParams();
  const choices = useAnswer(tableChoicesQuery, {}).data;
  const choose = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    next.delete('cell');
    setSearch(next);
  };
  const own = staff?.organization;
  const below = (choices?.organizations.items ?? []).filter(({ id }) => id !== own?.id);
  const campaigns = choices?.campaigns.items ?? [];
  const forms = choices?.reportForms ?? [];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}>
      {forms.length > 1 && !search.has('draftId') ? (
        <TextField
          select
          label={say('statutoryTable.form')}
          value={table.form.code}
          sx={{ width: { xs: '100%', sm: 280 } }}
          onChange={(event) => setSearch(new URLSearchParams({ form: event.target.value }))}
        >
          {forms.map((form) => (
            <MenuItem key={form.code} value={form.code}>
              {spoken(form.title, form.titleEn)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {below.length > 0 && own !== undefined ? (
        <TextField
          select
          label={say('statutoryTable.organization')}
          value={table.organizationId}
          sx={{ width: { xs: '100%', sm: 280 } }}
          onChange={(event) => choose('organizationId', event.target.value)}
        >
          <MenuItem value={own.id}>{say('statutoryTable.withAllBelow', { name: own.name })}</MenuItem>
          {below.map((unit) => (
            <MenuItem key={unit.id} value={unit.id}>
              {unit.name}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {campaigns.length === 0 || table.campaignId === null ? null : (
        <TextField
          select
          label={say('statutoryTable.campaign')}
          value={table.campaignId}
          sx={{ width: { xs: '100%', sm: 320 } }}
          onChange={(event) => choose('campaignId', event.target.value)}
        >
          {campaigns.map((campaign) => (
            <MenuItem key={campaign.id} value={campaign.id}>
              {campaign.name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Box>
  );
}

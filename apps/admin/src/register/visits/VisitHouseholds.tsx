import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { searchHouseholdsQuery } from '../../base/graph/generated/layout.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { householdFilter } from '../households/household-search.ts';
import { SearchRefusal } from '../households/SearchRefusal.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { SearchInput } from '../../base/list/SearchInput.tsx';

/** The start of a visit: finds the household and opens the page of its visit. */
export default function VisitHouseholds(): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { data } = useAnswer(searchHouseholdsQuery, {
    filter: search === '' ? { status: 'ACTIVE' } : householdFilter(search),
  });
  const found = data?.households.items ?? [];
  return (
    <>
      <PageHead title={say('visit.title')} lead={say('visit.lead')} />
      <SearchInput
        fullWidth
        label={say('layout.searchHint')}
        value={typed}
        onType={setTyped}
        sx={{ maxWidth: 480, mb: 1 }}
      />
      <SearchRefusal problems={data?.households.problems} />
      <Card sx={{ maxWidth: 960 }}>
        {data === undefined || found.length > 0 ? null : search === '' ? (
          <EmptyState title={say('visit.nobody')} why={say('visit.nobodyWhy')} />
        ) : (
          <EmptyState title={say('layout.searchNone')} />
        )}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {found.map((household) => (
            <Box component="li" key={household.id} sx={{ borderBottom: 1, borderColor: 'divider' }}>
              <Box
                component={Link}
                to={`/households/${household.id}/visit`}
                sx={{ display: 'block', p: 1.5, minHeight: 48, color: 'text.primary', textDecoration: 'none' }}
              >
                <Box sx={{ fontSize: 16, lineHeight: '24px' }}>{household.head.name}</Box>
                <Box sx={{ color: 'text.secondary' }}>{household.unitName}</Box>
              </Box>
            </Box>
          ))}
        </Box>
      </Card>
    </>
  );
}

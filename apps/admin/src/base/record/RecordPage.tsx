import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { KeyFacts, type Fact } from '../display/KeyFacts.tsx';
import { PageHead } from '../display/PageHead.tsx';
import { useWords } from '../i18n/use-words.ts';
import { Steps, type Step } from './Steps.tsx';

/** One tab of a record. */
export interface RecordTab {
  readonly key: string;
  readonly name: string;
  readonly content: ReactNode;
}

/**
 * A record: its head with tags and one primary button, its steps, at most eight key facts, its tabs. The tab is in
 * the address.
 */
export function RecordPage(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
  readonly notice?: ReactNode;
  readonly steps?: readonly Step[];
  readonly facts: readonly Fact[];
  readonly tabs: readonly RecordTab[];
}): ReactElement {
  const say = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const tab = props.tabs.find((each) => each.key === asked) ?? props.tabs[0];
  return (
    <>
      <PageHead
        title={props.title}
        lead={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
            {props.lead}
            {props.tags}
          </Box>
        }
      >
        {props.actions}
      </PageHead>
      {props.notice}
      <Card sx={{ p: 2, mb: 2, display: 'grid', gap: 2 }}>
        {props.steps === undefined || props.steps.length === 0 ? null : <Steps steps={props.steps} />}
        <Box component="section" aria-label={say('record.facts')}>
          <KeyFacts facts={props.facts.slice(0, 8)} />
        </Box>
      </Card>
      {tab === undefined ? null : (
        <Card sx={{ minWidth: 0 }}>
          <Tabs
            value={tab.key}
            onChange={(_, key: string) => setSearch({ tab: key }, { replace: true })}
            variant="scrollable"
            allowScrollButtonsMobile
            sx={{ borderBottom: 1, borderColor: 'divider' }}
          >
            {props.tabs.map((each) => (
              <Tab
                key={each.key}
                value={each.key}
                label={each.name}
                id={`tab-${each.key}`}
                aria-controls={`panel-${each.key}`}
              />
            ))}
          </Tabs>
          <Box
            role="tabpanel"
            id={`panel-${tab.key}`}
            aria-labelledby={`tab-${tab.key}`}
            sx={{ p: 2, overflowX: 'auto' }}
          >
            {tab.content}
          </Box>
        </Card>
      )}
    </>
  );
}

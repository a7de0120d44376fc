import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { amount } from '../../base/display/money.ts';
import { PageHead } from '../../base/display/PageHead.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { PolicyListQuery } from '../../base/graph/generated/operation-types.ts';
import { policyListQuery } from '../../base/graph/generated/policies.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { ClauseReference } from '../eligibility-decisions/ClauseReference.tsx';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';

type Policy = PolicyListQuery['policies'][number];

/** The issued policies, clause by clause with the facts of each, and the catalogue of facts that they read. */
export default function PolicyList(): ReactElement {
  const say = useWords();
  const { data, error, refetch } = useAnswer(policyListQuery, {});
  return (
    <>
      <PageHead title={say('policies.title')} lead={say('policies.lead')} />
      {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton variant="rectangular" height={320} /> : null}
      {data === undefined ? null : (
        <>
          {data.policies.length === 0 ? <EmptyState title={say('policies.emptyTitle')} /> : null}
          {data.policies.map((policy) => (
            <PolicyCard key={`${policy.code}/${policy.version}`} policy={policy} />
          ))}
          <Catalogue facts={data.policyFacts} />
        </>
      )}
    </>
  );
}

function PolicyCard({ policy }: { readonly policy: Policy }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const { inForceFrom: from, inForceTo: to, version } = policy;
  return (
    <Card sx={{ p: 2, mb: 2, display: 'grid', gap: 2 }}>
      <Box>
        <h2>{spoken(policy.name, policy.nameEn)}</h2>
        <Box sx={{ color: 'text.secondary' }}>
          {to === null ? say('policies.inForce', { from, version }) : say('policies.inForceTo', { from, to, version })}{' '}
          {policy.source}
        </Box>
      </Box>
      <KeyFacts
        facts={[
          {
            name: say('policies.amount'),
            value: say('policies.amountRange', { min: amount(policy.amountMin), max: amount(policy.amountMax) }),
          },
          { name: say('policies.frequency'), value: policy.frequency },
        ]}
      />
      <PlainTable
        caption={spoken(policy.name, policy.nameEn)}
        rows={policy.clauses}
        keyOf={(clause) => clause.code}
        columns={[
          {
            head: say('policies.clause'),
            cell: ({ title, titleEn, ...clause }) => (
              <ClauseReference clause={{ ...clause, title: spoken(title, titleEn) }} />
            ),
          },
          { head: say('policies.criterion'), cell: (clause) => clause.criterion },
          { head: say('policies.threshold'), cell: (clause) => clause.threshold },
          {
            head: say('policies.facts'),
            cell: (clause) => clause.facts.map(({ words }) => words).join(say('display.separator')),
          },
        ]}
      />
    </Card>
  );
}

function Catalogue({ facts }: { readonly facts: PolicyListQuery['policyFacts'] }): ReactElement {
  const say = useWords();
  return (
    <Card sx={{ p: 2, display: 'grid', gap: 1 }}>
      <h2>{say('policies.catalogue')}</h2>
      <Box sx={{ color: 'text.secondary' }}>{say('policies.catalogueLead')}</Box>
      <PlainTable
        caption={say('policies.catalogue')}
        rows={facts}
        keyOf={(fact) => fact.name}
        columns={[
          {
            head: say('policies.fact'),
            cell: (fact) => (fact.unit === null ? fact.words : `${fact.words}（${fact.unit}）`),
          },
          {
            head: say('policies.values'),
            cell: (fact) => fact.values.map(({ words }) => words).join(say('display.separator')) || '—',
          },
          { head: say('policies.origin'), cell: (fact) => say(`policies.origins.${fact.origin}`) },
          {
            head: say('policies.evidence'),
            cell: (fact) => fact.evidence.join(say('display.separator')) || '—',
          },
        ]}
      />
    </Card>
  );
}

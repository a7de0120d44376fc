import type { UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type { StatutoryTableQuery } from '../../base/graph/generated/operation-types.ts';
import { statutoryTableQuery } from '../../base/graph/generated/statutory-tables.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { warmthTableCode } from './statutory-table.ts';

/** The table of the address; by default table 1 of the own unit and the campaign that began last. */
export function useTable(): UseQueryResult<StatutoryTableQuery> {
  const [search] = useSearchParams();
  return useAnswer(statutoryTableQuery, {
    form: search.get('form') ?? warmthTableCode,
    organizationId: search.get('organizationId'),
    campaignId: search.get('campaignId') || null,
    draftId: search.get('draftId'),
  });
}

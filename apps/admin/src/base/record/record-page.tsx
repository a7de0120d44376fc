import Skeleton from '@mui/material/Skeleton';
import type { ComponentType, ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { FaultPage } from '../display/FaultPage.tsx';
import type { DetailOf, ResourceName } from '../graph/resources.ts';

/** What a record's page is given. */
export interface RecordProps<Name extends ResourceName> {
  readonly record: DetailOf<Name>;
}

/**
 * The page of one record of a resource, by the `id` in its address. The view is drawn when the record is there; until
 * then the page shows a skeleton, or why it could not be read.
 */
export function recordPage<Name extends ResourceName>(
  resource: Name,
  View: ComponentType<RecordProps<Name>>,
): ComponentType {
  return function ReadRecord(): ReactElement {
    const { id = '' } = useParams();
    const { data, error, refetch } = useGetOne(resource, { id });
    if (error) return <FaultPage fault={error} onRetry={() => void refetch()} />;
    if (data === undefined) return <Skeleton variant="rectangular" height={320} />;
    return <View key={id} record={data as DetailOf<Name>} />;
  };
}

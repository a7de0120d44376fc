import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { Navigate, useParams } from 'react-router-dom';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';

/** Redirects to the household's page, on which a case file is shown. */
export default function CaseFileOfHousehold(): ReactElement {
  const { id = '' } = useParams();
  const { data: caseFile, error, refetch } = useGetOne<DetailOf<'case-files'>>('case-files', { id });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (caseFile === undefined) return <Skeleton variant="rectangular" height={320} />;
  return <Navigate to={`/households/${caseFile.household.id}`} replace />;
}

import type { ReactElement } from 'react';
import { Navigate } from 'react-router-dom';
import { recordPage } from '../../base/record/record-page.tsx';

/** Redirects to the household's page, on which a case file is shown. */
export default recordPage('case-files', function CaseFileOfHousehold({ record: caseFile }): ReactElement {
  return <Navigate to={`/households/${caseFile.household.id}`} replace />;
});

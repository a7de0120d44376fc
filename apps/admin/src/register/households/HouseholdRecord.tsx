import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { isChangeable } from '../case-files/changing.ts';
import { CaseFileTag } from '../case-files/CaseFileTag.tsx';
import { ProposalNotice } from '../case-files/ProposalNotice.tsx';
import { ProposeExit } from '../case-files/ProposeExit.tsx';
import { SendBack } from '../case-files/SendBack.tsx';
import { StepCaseFile } from '../case-files/StepCaseFile.tsx';
import { stepsOf } from '../case-files/steps.ts';
import { SubmitCaseFiles } from '../case-files/SubmitCaseFiles.tsx';
import { MaskedIdentity } from '../../base/display/Figure.tsx';
import { amount } from '../../base/display/money.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useWords, type Say } from '../../base/i18n/use-words.ts';
import { CorrectionNotice } from '../payees/CorrectionNotice.tsx';
import { CorrectPayee } from '../payees/CorrectPayee.tsx';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { SuspectedDoubles } from '../same-person/SuspectedDoubles.tsx';
import { AidTab, DecisionTab } from './AidTab.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import { HouseholdPapers } from './HouseholdPapers.tsx';
import { FamilyTab } from './FamilyTab.tsx';
import { MarkNotices } from './MarkNotices.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { workersWords } from '../case-files/standing-words.ts';
import { UnmaskNumber } from './UnmaskNumber.tsx';
import { VisitsTab } from './VisitsTab.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

export type HouseholdDetail = DetailOf<'households'>;

/** One household with its file, aid, visits and timeline, from all services in one query. */
export default recordPage('households', function HouseholdRecord({ record: household }): ReactElement {
  const say = useWords();
  const can = useCan();
  const [unmasked, setUnmasked] = useState<string>();
  const file = household.caseFile;
  const submittable =
    file !== null && (file.status === 'DRAFT' || file.status === 'RETURNED') && can('case-file.submit');
  const changeable = file !== null && isChangeable(file.status) && file.proposal === null && can('household.register');
  const returned =
    file?.status === 'RETURNED' ? file.steps.findLast((step) => step.to === 'RETURNED')?.opinion : undefined;
  return (
    <RecordPage
      title={household.head.name}
      lead={
        <>
          <MaskedIdentity value={unmasked ?? household.head.maskedIdentityNumber} />
          <span>{file?.number}</span>
          <span>{household.unitName}</span>
        </>
      }
      tags={file === null ? null : <CaseFileTag status={file.status} />}
      actions={
        <>
          {can('identity.unmask') ? (
            <UnmaskNumber
              number="identity"
              personId={household.head.id}
              name={household.head.name}
              onShown={setUnmasked}
            />
          ) : null}
          {file === null ? null : (
            <>
              <SendBack caseFile={file} name={household.head.name} />
              <ProposeExit caseFile={file} name={household.head.name} />
              <StepCaseFile caseFile={file} name={household.head.name} />
            </>
          )}
          {changeable ? (
            <Button component={Link} to={`/households/${household.id}/change`}>
              {say('register.changeHousehold')}
            </Button>
          ) : null}
          {can('household.register') ? <CorrectPayee householdId={household.id} name={household.head.name} /> : null}
          {submittable ? <SubmitCaseFiles only files={[{ ...file, name: household.head.name }]} /> : null}
        </>
      }
      notice={
        <>
          {returned === undefined || returned === null ? null : (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {say('household.returnedBecause', { text: returned })}
            </Alert>
          )}
          <MarkNotices marks={household.marks} />
          {household.payeeCorrections
            .filter(({ state }) => state === 'WAITING')
            .map((correction) => (
              <CorrectionNotice key={correction.id} correction={correction} name={household.head.name} />
            ))}
          <SuspectedDoubles householdId={household.id} doubles={household.suspectedDoubles} />
          {file === null || file.proposal === null ? null : (
            <ProposalNotice proposal={file.proposal} name={household.head.name} />
          )}
        </>
      }
      {...(file === null ? {} : { steps: stepsOf(file, say) })}
      facts={factsOf(household, say)}
      tabs={[
        { key: 'overview', name: say('household.tabOverview'), content: <OverviewTab household={household} /> },
        {
          key: 'family',
          name: say('household.tabFamily'),
          content: (
            <>
              <HouseholdPapers household={household} />
              <FamilyTab household={household} />
            </>
          ),
        },
        { key: 'evidence', name: say('household.tabEvidence'), content: <EvidenceTab household={household} /> },
        { key: 'aid', name: say('household.tabAid'), content: <AidTab household={household} /> },
        { key: 'visits', name: say('household.tabVisits'), content: <VisitsTab household={household} /> },
        { key: 'decision', name: say('household.tabDecision'), content: <DecisionTab household={household} /> },
      ]}
    />
  );
});

function factsOf(
  household: HouseholdDetail,
  say: Say,
): readonly { readonly name: string; readonly value: string | ReactElement }[] {
  const { rosterRow } = household;
  return [
    {
      name: say('household.hardshipClass'),
      value:
        household.hardshipClass === null ? say('household.noClass') : say(`hardshipClass.${household.hardshipClass}`),
    },
    { name: say('household.income'), value: amount(household.monthlyIncomePerCapita) },
    { name: say('household.size'), value: say('household.sizeUnit', { count: household.size }) },
    {
      name: say('household.causes'),
      value: household.causes.map((cause) => say(`hardshipCause.${cause}`)).join(say('display.separator')),
    },
    { name: say('household.dibao'), value: say(`dibaoStatus.${household.dibaoStatus}`) },
    { name: say('household.organization'), value: household.organizationName },
    { name: say('household.workers'), value: workersWords(say, household) },
    rosterRow === null
      ? { name: say('household.modelWorker'), value: say(`modelWorkerHonour.${household.modelWorkerHonour}`) }
      : {
          name: say('roster.title'),
          value: (
            <Link to={`/roster-imports/${rosterRow.importId}?row=${rosterRow.id}`}>
              {say('household.fromRoster', { file: rosterRow.fileName, row: rosterRow.row })}
            </Link>
          ),
        },
  ];
}

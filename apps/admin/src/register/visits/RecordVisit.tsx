import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { today } from '../../base/display/dates.ts';
import { PageHead } from '../../base/display/PageHead.tsx';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { faultsIn, type Field } from '../../base/form/field.ts';
import { FormBar } from '../../base/form/FormBar.tsx';
import { FormFields } from '../../base/form/FormFields.tsx';
import { useDraft } from '../../base/form/use-draft.ts';
import type { Problem } from '../../base/graph/command.ts';
import type { HousingSafetyState } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { recordPage } from '../../base/record/record-page.tsx';
import { recordVisit, uploadEvidence } from '../households/commands.ts';
import { safetyPoints } from '../households/visit-safety.ts';
import { SafetyList } from './SafetyList.tsx';
import { TakePhotos } from './TakePhotos.tsx';

/** One visit on one page, made for a phone: who went, what was brought, the safety checklist, photographs. */
export default recordPage('households', function RecordVisit({ record: household }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const can = useCan();
  const notify = useNotify();
  const navigate = useNavigate();
  const staff = useStaff();
  const command = useCommand(recordVisit);
  const upload = useCommand(uploadEvidence);
  const initial = { visitedOn: today(new Date()), visitors: staff?.fullName ?? '' };
  const { typed, type, clear, keptAt } = useDraft(`visit.${household.id}`, initial, []);
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [missing, setMissing] = useState<readonly Problem[]>([]);
  const caseFileId = household.caseFile?.id;
  const problems = missing.length > 0 ? missing : [...command.problems, ...upload.problems];
  const fields: readonly Field[] = [
    { name: 'visitedOn', label: say('household.visitedOn'), kind: 'date' },
    dateReasonField('visitedOn', say('form.dateReason')),
    { name: 'visitors', label: say('household.visitors') },
    { name: 'leaderLed', label: say('household.leaderLed'), kind: 'tick', optional: true },
    { name: 'brought', label: say('household.brought'), optional: true },
    { name: 'findings', label: say('household.findings'), kind: 'long', optional: true },
  ];
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = faultsIn(fields, typed, (fault, label) => say(`form.${fault}`, { label }));
    setMissing(found);
    if (found.length > 0) return;
    const recorded = await command.run({
      householdId: household.id,
      visitedOn: typed['visitedOn'] ?? '',
      dateReason: typed['dateReason'] ?? null,
      visitors: typed['visitors'] ?? '',
      leaderLed: typed['leaderLed'] === 'yes',
      brought: typed['brought'] ?? null,
      findings: typed['findings'] ?? null,
      safety: safetyPoints.map((point) => ({ point, state: (typed[point] ?? 'NOT_CHECKED') as HousingSafetyState })),
    });
    if (recorded === undefined) return;
    clear();
    let lost = 0;
    for (const file of caseFileId === undefined ? [] : photos) {
      const kept = await upload.run({ caseFileId: caseFileId ?? '', kind: 'VISIT_PHOTO', file });
      if (kept === undefined) lost += 1;
    }
    if (lost === 0) notify(say('household.visitSaved'), { type: 'success' });
    else notify(say('visit.photosLost', { count: lost }), { type: 'warning', autoHideDuration: null });
    navigate(`/households/${household.id}?tab=visits`);
  };
  return (
    <Box sx={{ maxWidth: 720 }}>
      <PageHead title={say('visit.record', { name: household.head.name })} lead={household.unitName} />
      <form noValidate onSubmit={(event) => void send(event)}>
        <ProblemSummary problems={problems} />
        <Card sx={{ p: 2, mb: 2 }}>
          <FormFields
            fields={fields}
            typed={typed}
            problemOf={(name) => problems.find(({ field }) => field === name)?.[language]}
            onType={type}
          />
        </Card>
        <SafetyList typed={typed} onType={type} />
        {can('household.register') && caseFileId !== undefined ? (
          <TakePhotos photos={photos} onChange={setPhotos} />
        ) : null}
        <FormBar
          keptAt={keptAt}
          discardWords={say('form.discard')}
          onDiscard={clear}
          sendWords={say('household.recordVisit')}
          pending={command.pending || upload.pending}
        >
          <Button component={Link} to={`/households/${household.id}?tab=visits`}>
            {say('register.back')}
          </Button>
        </FormBar>
      </form>
    </Box>
  );
});

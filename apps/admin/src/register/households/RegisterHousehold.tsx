import Box from '@mui/material/Box';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { PageHead } from '../../base/display/PageHead.tsx';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import type { Problem } from '../../base/graph/command.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { FormBar } from '../../base/form/FormBar.tsx';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { registerHousehold } from './commands.ts';
import { FamilyFields } from './FamilyFields.tsx';
import { HeadFields } from './HeadFields.tsx';
import { faultOfSize, missingFields, requiredOfAll, toInput, useRegistration } from './registration.ts';

/**
 * One form for a household: input is kept, problems are shown on top and beside the fields, a refusal clears nothing.
 */
export default function RegisterHousehold(): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(registerHousehold);
  const { form, change, clear, keptAt } = useRegistration();
  const [missing, setMissing] = useState<readonly Problem[]>([]);
  const problems = missing.length > 0 ? missing : command.problems;
  const problemOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.[language];
  const isNamedOtherwise = (field: string): boolean =>
    problems.some((problem) => problem.code === 'NAME_DIFFERS' && problem.field === field);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missed = missingFields(form, requiredOfAll, (field) =>
      say('register.missing', { label: say(`register.${field}`) }),
    );
    const found = [...missed, ...faultOfSize(form, say('register.sizeWrong'))];
    setMissing(found);
    if (found.length > 0) return;
    const result = await command.run(toInput(form));
    if (result?.household === null || result?.household === undefined) return;
    clear();
    notify(say('register.done'), { type: 'success' });
    navigate(`/households/${result.household.id}?tab=evidence`);
  };
  const parts = { form, change, problemOf, isNamedOtherwise };
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHead title={say('register.title')} lead={say('register.lead')} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ProblemSummary problems={problems} />
        <HeadFields {...parts} />
        <FamilyFields {...parts} />
        <FormBar
          keptAt={keptAt}
          discardWords={say('register.discard')}
          onDiscard={clear}
          sendWords={say('register.submit')}
          pending={command.pending}
        />
      </form>
    </Box>
  );
}

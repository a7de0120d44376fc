import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { PageHead } from '../../base/display/PageHead.tsx';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import type { Problem } from '../../base/graph/command.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { FormBar } from '../../base/form/FormBar.tsx';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { isChangedByTwo } from '../case-files/changing.ts';
import { toChange, useChange } from './change.ts';
import { changeHousehold } from './commands.ts';
import { FamilyFields } from './FamilyFields.tsx';
import { columns } from './form-columns.ts';
import { HeadAtWork } from './HeadAtWork.tsx';
import { faultOfSize, missingFields, requiredOfFamily, type Registration } from './registration.ts';
import { TypedField } from './TypedField.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** Changes a household's facts: those for which a reviewer returned it, or those that have changed since. */
export default recordPage('households', function ChangeHousehold({ record: household }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(changeHousehold);
  const { typed, type, clear, keptAt } = useChange(household);
  const [missing, setMissing] = useState<readonly Problem[]>([]);
  const problems = missing.length > 0 ? missing : command.problems;
  const problemOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.[language];
  const isNamedOtherwise = (field: string): boolean =>
    problems.some((problem) => problem.code === 'NAME_DIFFERS' && problem.field === field);
  const change = (part: Partial<Registration>): void => type({ form: { ...typed.form, ...part } });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const said = (field: 'why' | (typeof requiredOfFamily)[number]): string =>
      say('register.missing', { label: say(`register.${field}`) });
    const found = [
      ...missingFields(typed.form, requiredOfFamily, said),
      ...faultOfSize(typed.form, say('register.sizeWrong')),
    ];
    const why: readonly Problem[] =
      typed.why.trim() === '' ? [{ code: 'MISSING', field: 'why', zh: said('why'), en: said('why') }] : [];
    setMissing([...found, ...why]);
    if (found.length + why.length > 0) return;
    const changed = await command.run(toChange(household.id, typed));
    if (changed === undefined) return;
    clear();
    const words = changed.waits ? 'register.changeWaits' : 'register.changed';
    notify(say(words, { name: household.head.name }), { type: 'success' });
    navigate(`/households/${household.id}`);
  };
  const parts = { form: typed.form, change, problemOf, isNamedOtherwise };
  const byTwo = isChangedByTwo(household.caseFile?.status);
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHead
        title={say('register.changeTitle', { name: household.head.name })}
        lead={household.caseFile === null ? null : household.caseFile.number}
      />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ProblemSummary problems={problems} />
        {byTwo ? (
          <Alert severity="info" sx={{ mb: 2 }}>
            {say('register.changeByTwo')}
          </Alert>
        ) : null}
        <Card component="section" aria-label={say('register.head')} sx={{ p: 2, mb: 2 }}>
          <Box sx={columns}>
            <TypedField name="unitName" {...parts} help={say('register.unitHelp')} />
          </Box>
          <HeadAtWork {...parts} />
        </Card>
        <FamilyFields {...parts} />
        <Card sx={{ p: 2, mb: 2 }}>
          <TextField
            fullWidth
            multiline
            required
            id="why"
            name="why"
            label={say('register.why')}
            value={typed.why}
            error={problemOf('why') !== undefined}
            helperText={problemOf('why') ?? say('register.whyHelp')}
            onChange={(event) => type({ why: event.target.value })}
          />
        </Card>
        <FormBar
          keptAt={keptAt}
          discardWords={say('register.giveUp')}
          onDiscard={clear}
          sendWords={say('register.saveChange')}
          pending={command.pending}
        >
          <Button component={Link} to={`/households/${household.id}`}>
            {say('register.back')}
          </Button>
        </FormBar>
      </form>
    </Box>
  );
});

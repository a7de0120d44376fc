import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { registeredElsewhereQuery } from '../../base/graph/generated/households.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { columns } from './form-columns.ts';
import { HeadAtWork } from './HeadAtWork.tsx';
import { NameChoice } from './NameChoice.tsx';
import { TypedField, type FormPartProps } from './TypedField.tsx';

const wholeNumber = /^\d{17}[\dXx]$/;

/** The head of the household; a number that the city knows already is reported as soon as it is typed. */
export function HeadFields(props: FormPartProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const { form, change } = props;
  const identityNumber = form.identityNumber.trim().toUpperCase();
  const elsewhere = useAnswer(
    registeredElsewhereQuery,
    { identityNumber },
    { enabled: wholeNumber.test(identityNumber) },
  );
  return (
    <Card component="section" aria-labelledby="head-title" sx={{ p: 2, mb: 2 }}>
      <Typography variant="h2" id="head-title">
        {say('register.head')}
      </Typography>
      <Box sx={columns}>
        <TypedField name="headName" {...props} required />
        <TypedField name="identityNumber" {...props} help={say('register.identityHelp')} required />
        <TypedField name="phone" {...props} />
        <TypedField name="bankAccount" {...props} help={say('register.bankHelp')} />
        <TypedField name="unitName" {...props} help={say('register.unitHelp')} />
        {props.isNamedOtherwise('headName') || form.nameAnswer !== undefined ? (
          <NameChoice
            field="headName"
            typed={form.headName}
            answer={form.nameAnswer}
            problemOf={props.problemOf}
            onAnswer={(nameAnswer) => change({ nameAnswer })}
          />
        ) : null}
      </Box>
      {elsewhere.data?.registeredElsewhere.registered === true ? (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {say('register.elsewhere')}{' '}
          {elsewhere.data.registeredElsewhere.lastAidedOn === null
            ? null
            : say('register.elsewhereAid', { on: elsewhere.data.registeredElsewhere.lastAidedOn })}
        </Alert>
      ) : null}
      {elsewhere.data?.registeredElsewhere.problems.map((problem) => (
        <Alert key={problem.code} severity="warning" sx={{ mt: 1 }}>
          {problem[language]}
        </Alert>
      ))}
      <HeadAtWork {...props} />
    </Card>
  );
}

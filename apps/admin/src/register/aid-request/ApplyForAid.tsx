import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { policiesToApplyUnderQuery, policyQuestionsQuery } from '../../base/graph/generated/policies.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { applyForAid } from './commands.ts';
import { answersOf, questionFields } from './question-fields.ts';

/** A household applies on its own: choose the policy, answer what the register does not have, get the decision. */
export function ApplyForAid(props: { readonly householdId: string; readonly applies: boolean }): ReactElement {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [policy, setPolicy] = useState<string>();
  const close = (): void => {
    setOpen(false);
    setPolicy(undefined);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(props.applies ? 'policies.apply' : 'policies.answers')}</Button>
      {open && policy === undefined ? <ChoosePolicy onChosen={setPolicy} onCancel={close} /> : null}
      {open && policy !== undefined ? <Questions {...props} policy={policy} onEnd={close} /> : null}
    </>
  );
}

function ChoosePolicy(props: {
  readonly onChosen: (code: string) => void;
  readonly onCancel: () => void;
}): ReactElement | null {
  const say = useWords();
  const spoken = useSpoken();
  const { data } = useAnswer(policiesToApplyUnderQuery, {});
  if (data === undefined) return null;
  const open = data.policies.filter(({ outsideCampaigns }) => outsideCampaigns);
  const latest = open.filter(({ code }, place) => open.findIndex((each) => each.code === code) === place);
  return (
    <FormDialog
      title={say('policies.choose')}
      fields={[
        {
          name: 'policy',
          label: say('policies.policy'),
          kind: 'choice',
          choices: latest.map(({ code, name, nameEn }) => ({ value: code, word: spoken(name, nameEn) })),
        },
      ]}
      initial={{ policy: latest[0]?.code ?? '' }}
      command={{ problems: [], pending: false }}
      onCancel={props.onCancel}
      onSend={(typed) => {
        props.onChosen(typed['policy'] ?? '');
        return Promise.resolve(true);
      }}
    />
  );
}

function Questions(props: {
  readonly householdId: string;
  readonly policy: string;
  readonly applies: boolean;
  readonly onEnd: () => void;
}): ReactElement | null {
  const { householdId, policy, applies, onEnd } = props;
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(applyForAid);
  const { data } = useAnswer(policyQuestionsQuery, { householdId, policy });
  if (data === undefined) return null;
  const questions = data.policyQuestions;
  return (
    <FormDialog
      title={say(applies ? 'policies.apply' : 'policies.answers')}
      consequence={say('policies.answersConsequence')}
      draft={`policy-answers.${policy}.${householdId}`}
      fields={questionFields(questions, say)}
      command={command}
      onCancel={onEnd}
      onSend={async (typed) => {
        const answers = answersOf(questions, typed);
        const applied = await command.run({ householdId, policy, applies, answers: [...answers] });
        if (applied === undefined) return false;
        onEnd();
        const { eligibilityDecisionId, applicationNumber } = applied;
        const number = applicationNumber ?? '';
        notify(
          say(applies ? (number === '' ? 'policies.decided' : 'policies.applied') : 'policies.saved', { number }),
          {
            type: 'success',
          },
        );
        if (eligibilityDecisionId !== undefined) navigate(`/eligibility-decisions/${eligibilityDecisionId}`);
        return true;
      }}
    />
  );
}

import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { amount } from '../../base/display/money.ts';
import { FaultPage } from '../../base/display/FaultPage.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { faultsIn, type Field } from '../../base/form/field.ts';
import { FormFields } from '../../base/form/FormFields.tsx';
import { useDraft } from '../../base/form/use-draft.ts';
import type { Problem } from '../../base/graph/command.ts';
import { campaignPlanChoicesQuery } from '../../base/graph/generated/campaigns.ts';
import type { CampaignPlanChoicesQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { columns } from '../../register/households/form-columns.ts';
import { FormBar } from '../../base/form/FormBar.tsx';
import { useLanguage, useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { customaryPhases, fieldOf, planFaults, sumOfPlan, toCampaign } from './campaign-plan.ts';
import { openCampaign } from './commands.ts';

/** The city opens a campaign: dates, policy, standard, categories, phases, and what each county may put forward. */
export default function OpenCampaign(): ReactElement {
  const { data, error, refetch } = useAnswer(campaignPlanChoicesQuery, {});
  if (error !== null) return <FaultPage fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton variant="rectangular" height={320} />;
  return <PlanForm choices={data} />;
}

function PlanForm({ choices }: { readonly choices: CampaignPlanChoicesQuery }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(openCampaign);
  const [first] = choices.policies;
  const { typed, type, clear, keptAt } = useDraft('open-campaign', { policy: first?.code ?? '' }, []);
  const policy = choices.policies.find(({ code }) => code === typed['policy']);
  const categories = categoriesOf(policy);
  const counties = choices.organizations.items;
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const problems = faults.length > 0 ? faults : command.problems;
  const { basics, ticks, phases, quotas } = usePlanFields(choices, policy);
  const { households, budget } = sumOfPlan(typed, counties);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = [
      ...faultsIn(basics, typed, (fault, label) => say(`form.${fault}`, { label })),
      ...planFaults(typed, counties, (fault, name) => say(`campaign.${fault}`, { name })),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const result = await command.run(toCampaign(typed, categories, counties));
    if (result?.campaign === null || result?.campaign === undefined) return;
    clear();
    notify(say('campaign.opened', { name: (typed['name'] ?? '').trim() }), { type: 'success' });
    navigate(`/campaigns/${result.campaign.id}`);
  };
  const part = (fields: readonly Field[]): ReactElement => (
    <FormFields
      fields={fields}
      typed={typed}
      problemOf={(name) => problems.find((problem) => problem.field === name)?.[language]}
      onType={type}
    />
  );
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHead title={say('campaign.open')} lead={say('campaign.openLead')} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ProblemSummary problems={problems} />
        <Card sx={{ p: 2, mb: 2 }}>
          <Box sx={columns}>{part(basics)}</Box>
        </Card>
        <Part id="targetCategories" title={say('campaign.categories')}>
          {part(ticks)}
        </Part>
        <Part id="phases" title={say('campaign.openPhases')} help={say('campaign.openPhasesHelp')}>
          <Box sx={columns}>{part(phases)}</Box>
        </Part>
        <Part
          id="budget"
          title={say('campaign.openQuotas')}
          help={say('campaign.openSum', { households, amount: amount(budget) })}
        >
          <Box sx={columns}>{part(quotas)}</Box>
        </Part>
        <FormBar
          keptAt={keptAt}
          discardWords={say('form.discard')}
          onDiscard={clear}
          sendWords={say('campaign.open')}
          pending={command.pending}
        />
      </form>
    </Box>
  );
}

type Policy = CampaignPlanChoicesQuery['policies'][number];

/** The clauses of a policy that say who is aided. */
const categoriesOf = (policy: Policy | undefined): Policy['clauses'] =>
  policy?.clauses.filter(({ kind }) => kind === 'CATEGORY') ?? [];

const phase = (name: string, label: string): Field => ({ name, label, kind: 'date', optional: true });

/** The fields of the form: the plan itself, its categories, phases, and the counties' quotas. */
function usePlanFields(
  choices: CampaignPlanChoicesQuery,
  policy: Policy | undefined,
): Readonly<Record<'basics' | 'ticks' | 'phases' | 'quotas', readonly Field[]>> {
  const say = useWords();
  const spoken = useSpoken();
  const basics: readonly Field[] = [
    { name: 'name', label: say('campaign.openName') },
    { name: 'from', label: say('campaign.openFrom'), kind: 'date' },
    { name: 'to', label: say('campaign.openTo'), kind: 'date' },
    {
      name: 'policy',
      label: say('campaign.openPolicy'),
      kind: 'choice',
      choices: choices.policies.map(({ code, name, nameEn }) => ({ value: code, word: spoken(name, nameEn) })),
    },
    {
      name: 'standard',
      label: say('campaign.openStandard'),
      kind: 'money',
      help:
        policy === undefined
          ? undefined
          : say('campaign.openStandardHelp', { min: amount(policy.amountMin), max: amount(policy.amountMax) }),
    },
    {
      name: 'bookId',
      label: say('campaign.openBook'),
      kind: 'choice',
      optional: true,
      help: say('campaign.openBookHelp'),
      choices: [
        { value: '', word: say('campaign.nearestBook') },
        ...choices.books.items.map(({ id, name }) => ({ value: id, word: name })),
      ],
    },
  ];
  const ticks = categoriesOf(policy).map<Field>(({ code, title, titleEn }) => ({
    name: fieldOf.category(code),
    label: spoken(title, titleEn),
    kind: 'tick',
  }));
  const phases = customaryPhases.flatMap<Field>(({ key, name, nameEn }) => [
    phase(fieldOf.phaseFrom(key), say('campaign.phaseFrom', { name: spoken(name, nameEn) })),
    phase(fieldOf.phaseTo(key), say('campaign.phaseTo', { name: spoken(name, nameEn) })),
  ]);
  const quotas = choices.organizations.items.map<Field>(({ id, name }) => ({
    name: fieldOf.quota(id),
    label: say('campaign.quotaOf', { name }),
    optional: true,
  }));
  return { basics, ticks, phases, quotas };
}

/** One part of the form; a problem with the whole part links here. */
function Part(props: {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Card component="section" id={props.id} tabIndex={-1} aria-label={props.title} sx={{ p: 2, mb: 2 }}>
      <Typography variant="h2">{props.title}</Typography>
      {props.help === undefined ? null : (
        <Box aria-live="polite" sx={{ color: 'text.secondary', mb: 1 }}>
          {props.help}
        </Box>
      )}
      {props.children}
    </Card>
  );
}

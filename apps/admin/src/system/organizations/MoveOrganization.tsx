import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { SuperiorChoicesQuery } from '../../base/graph/generated/operation-types.ts';
import { superiorChoicesQuery } from '../../base/graph/generated/organizations.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { SearchInput } from '../../base/list/SearchInput.tsx';
import { moveOrganization } from './commands.ts';
import { kindWords } from './kind-words.ts';
import { kindsBelow, organizationKinds } from './organization-kinds.ts';

type Organization = DetailOf<'organizations'>;
type Superior = SuperiorChoicesQuery['organizations']['items'][number];

/** Moves an organisation below another superior: the superior by search, the day, the reason. */
export function MoveOrganization({
  organization,
  onClose,
}: {
  readonly organization: Organization;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(moveOrganization);
  const [superior, setSuperior] = useState<Superior>();
  const [missing, setMissing] = useState(false);
  return (
    <FormDialog
      title={say('organizations.move')}
      consequence={say('organizations.moveConsequence', { name: organization.name })}
      draft={`move-organization-${organization.id}`}
      initial={{ from: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'from', label: say('organizations.movedFrom'), kind: 'date' },
        { name: 'reason', label: say('organizations.moveReason'), kind: 'long' },
      ]}
      onSend={async ({ from = '', reason = '' }) => {
        setMissing(superior === undefined);
        if (superior === undefined) return false;
        const input = { organizationId: organization.id, parentId: superior.id, from, reason: reason.trim() };
        if ((await command.run(input)) === undefined) return false;
        notify(say('organizations.moved', { name: organization.name, parent: superior.name }), { type: 'success' });
        onClose();
        return true;
      }}
    >
      <ChooseSuperior
        moving={organization}
        chosen={superior}
        problem={missing ? say('organizations.superiorMissing') : command.problemOf('parentId')}
        onChoose={(one) => {
          setSuperior(one);
          setMissing(false);
        }}
      />
    </FormDialog>
  );
}

/** Finds an organisation that is in force and below which the moving one may stand. */
function ChooseSuperior(props: {
  readonly moving: Organization;
  readonly chosen: Superior | undefined;
  readonly problem: string | undefined;
  readonly onChoose: (superior: Superior) => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const kinds = organizationKinds.filter((kind) => kindsBelow(kind).includes(props.moving.kind));
  const answer = useAnswer(
    superiorChoicesQuery,
    { filter: { search, kinds, open: true } },
    { enabled: search.length >= 2 },
  );
  const found =
    search.length < 2
      ? undefined
      : answer.data?.organizations.items.filter(
          ({ id }) => id !== props.moving.id && id !== props.moving.parent?.id && id !== props.chosen?.id,
        );
  return (
    <Box sx={{ mt: 2 }}>
      <SearchInput fullWidth label={say('organizations.searchSuperior')} value={typed} onType={setTyped} />
      <Box
        aria-live="polite"
        sx={{ minHeight: 22, color: props.problem === undefined ? 'text.secondary' : 'error.main' }}
      >
        {props.problem ??
          (props.chosen === undefined
            ? say(found?.length === 0 ? 'organizations.noSuperiorFound' : 'organizations.searchSuperiorHelp')
            : `${say('organizations.newSuperior')}：${props.chosen.name}`)}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {found?.map((superior) => (
          <li key={superior.id}>
            <Button
              fullWidth
              sx={{ mb: 0.5, justifyContent: 'flex-start', textAlign: 'left', flexWrap: 'wrap', columnGap: 2 }}
              onClick={() => {
                props.onChoose(superior);
                setTyped('');
              }}
            >
              <strong>{superior.name}</strong>
              <span>
                {superior.code} · {kindWords(superior, term)}
              </span>
            </Button>
          </li>
        ))}
      </Box>
    </Box>
  );
}

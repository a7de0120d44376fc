import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useTellAct } from '../account-acts/use-tell-act.ts';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { moment, today } from '../../base/display/dates.ts';
import type { Fact } from '../../base/display/KeyFacts.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Role } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords, type Say } from '../../base/i18n/use-words.ts';
import { Delegations } from '../own-account/Delegations.tsx';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { changeStaffRoles, deactivateStaff } from './commands.ts';
import { ChangeOfficePhone } from '../own-account/OfficePhone.tsx';
import { Ranks, rankOn } from './Ranks.tsx';
import { RoleTicks } from '../own-account/RoleTicks.tsx';
import { AccountActions } from './AccountActions.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

type Member = DetailOf<'staff'>;

/** One member of staff: roles, unit, last sign-in; roles changed and the account ended by the administrator. */
export default recordPage('staff', function StaffRecord({ record: member }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const me = useStaff();
  const [open, setOpen] = useState<'roles' | 'deactivate'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <RecordPage
        title={member.name}
        lead={member.username}
        tags={<StaffTags member={member} />}
        actions={
          can('staff.manage') && member.active && member.id !== me?.id ? (
            <>
              <Button variant="contained" onClick={() => setOpen('roles')}>
                {say('staff.changeRoles')}
              </Button>
              <AccountActions member={member} />
              <ChangeOfficePhone staffId={member.id} officePhone={member.officePhone} />
              <Button onClick={() => setOpen('deactivate')}>{say('staff.deactivate')}</Button>
            </>
          ) : null
        }
        facts={factsOf(member, say, term)}
        tabs={[
          ...(member.roles.includes('APPROVER') || member.ranks.length > 0
            ? [{ key: 'ranks', name: say('staff.ranks'), content: <Ranks member={member} /> }]
            : []),
          ...(can('staff.manage')
            ? [
                {
                  key: 'delegations',
                  name: say('ownAccount.delegations'),
                  content: (
                    <Delegations
                      lender={{
                        id: member.id,
                        roles: member.active ? member.roles : [],
                        organizationId: member.organization.id,
                      }}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {open === 'roles' ? <ChangeRoles member={member} onClose={close} /> : null}
      {open === 'deactivate' ? <Deactivate member={member} onClose={close} /> : null}
    </>
  );
});

/** Whether the account is in use, locked, or must first change its one-time password. */
function StaffTags({ member }: { readonly member: Member }): ReactElement {
  const say = useWords();
  return (
    <>
      <StatusTag
        tone={member.active ? 'done' : 'still'}
        word={say(member.active ? 'staff.active' : 'staff.inactive')}
      />
      {member.lockedUntil === null ? null : <StatusTag tone="stop" word={say('staff.locked')} />}
      {member.mustChangePassword ? <StatusTag tone="wait" word={say('staff.givenPassword')} /> : null}
    </>
  );
}

function factsOf(member: Member, say: Say, term: ReturnType<typeof useTerm>): readonly Fact[] {
  const rank = rankOn(member, today(new Date()));
  return [
    { name: say('staff.roles'), value: member.roles.map((role) => term('role', role)).join('、') },
    ...(rank === undefined ? [] : [{ name: say('staff.ranks'), value: term('rank', rank) }]),
    {
      name: say('staff.organization'),
      value: <Link to={`/organizations/${member.organization.id}`}>{member.organization.name}</Link>,
    },
    { name: say('staff.officePhone'), value: member.officePhone },
    { name: say('staff.lastSignedInAt'), value: moment(member.lastSignedInAt) },
    ...(member.lockedUntil === null ? [] : [{ name: say('staff.lockedUntil'), value: moment(member.lockedUntil) }]),
    ...(member.secondFactor === null
      ? []
      : [
          {
            name: say('ownAccount.secondFactor'),
            value: say(member.secondFactor ? 'ownAccount.on' : 'ownAccount.off'),
          },
        ]),
  ];
}

interface MemberProps {
  readonly member: Member;
  readonly onClose: () => void;
}

function ChangeRoles({ member, onClose }: MemberProps): ReactElement {
  const say = useWords();
  const tell = useTellAct();
  const command = useCommand(changeStaffRoles);
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  return (
    <FormDialog
      title={say('staff.changeRoles')}
      consequence={say('staff.changeRolesConsequence', { name: member.name })}
      fields={[]}
      command={command}
      onCancel={onClose}
      onSend={async () => {
        const changed = await command.run({ staffId: member.id, roles: [...roles] });
        if (changed === undefined) return false;
        tell(changed.act, {
          kind: 'CHANGE_ROLES',
          name: member.name,
          done: say('staff.rolesChanged', { name: member.name }),
        });
        onClose();
        return true;
      }}
    >
      <RoleTicks roles={roles} problem={command.problemOf('roles')} onChange={setRoles} />
    </FormDialog>
  );
}

function Deactivate({ member, onClose }: MemberProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(deactivateStaff);
  const decide = async (): Promise<void> => {
    if ((await command.run({ staffId: member.id })) === undefined) return;
    notify(say('staff.deactivated', { name: member.name }), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('staff.deactivate')}
      destructive
      consequence={say('staff.deactivateConsequence', { name: member.name })}
      problems={command.problems}
      pending={command.pending}
      onCancel={onClose}
      onConfirm={() => void decide()}
    />
  );
}

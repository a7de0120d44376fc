import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useTellAct } from '../account-acts/use-tell-act.ts';
import { hasOutsideProvider } from '../../base/graph/session.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { linkOutsideAccount, removeStaffSecondFactor, resetPassword, unlockStaff } from './commands.ts';
import { GivenPasswordDialog, type GivenPassword } from './GivenPasswordDialog.tsx';

type Member = DetailOf<'staff'>;

/** An administrator's commands for somebody who can't sign in: reset the password, unlock, remove the second factor. */
export function AccountActions({ member }: { readonly member: Member }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const unlock = useCommand(unlockStaff, { announce: true });
  const [open, setOpen] = useState<'password' | 'secondFactor' | 'outside'>();
  const [given, setGiven] = useState<GivenPassword>();
  const close = (): void => setOpen(undefined);
  const { data: outside = false } = useQuery({ queryKey: ['ways'], queryFn: hasOutsideProvider });
  return (
    <>
      {member.lockedUntil === null ? null : (
        <Button
          loading={unlock.pending}
          onClick={() =>
            void unlock.run({ staffId: member.id }).then((unlocked) => {
              if (unlocked !== undefined) notify(say('staff.unlocked', { name: member.name }), { type: 'success' });
            })
          }
        >
          {say('staff.unlock')}
        </Button>
      )}
      <Button onClick={() => setOpen('password')}>{say('staff.resetPassword')}</Button>
      {member.secondFactor === true ? (
        <Button onClick={() => setOpen('secondFactor')}>{say('staff.removeSecondFactor')}</Button>
      ) : null}
      {outside || member.outsideSubject !== null ? (
        <Button onClick={() => setOpen('outside')}>{say('staff.linkOutside')}</Button>
      ) : null}
      {open === 'outside' ? <LinkOutside member={member} onClose={close} /> : null}
      {open === 'password' ? <ResetPassword member={member} onClose={close} onGiven={setGiven} /> : null}
      {open === 'secondFactor' ? <RemoveSecondFactor member={member} onClose={close} /> : null}
      {given === undefined ? null : (
        <GivenPasswordDialog name={member.name} given={given} onClose={() => setGiven(undefined)} />
      )}
    </>
  );
}

function ResetPassword(props: {
  readonly member: Member;
  readonly onClose: () => void;
  readonly onGiven: (given: GivenPassword) => void;
}): ReactElement {
  const say = useWords();
  const command = useCommand(resetPassword);
  const { id: staffId, name } = props.member;
  const confirm = async (): Promise<void> => {
    const reset = await command.run({ staffId });
    if (reset?.given == null) return;
    props.onClose();
    props.onGiven(reset.given);
  };
  return (
    <ConfirmDialog
      open
      title={say('staff.resetPassword')}
      consequence={say('staff.resetPasswordConsequence', { name })}
      problems={command.problems}
      pending={command.pending}
      onCancel={props.onClose}
      onConfirm={() => void confirm()}
    />
  );
}

function RemoveSecondFactor(props: { readonly member: Member; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const tell = useTellAct();
  const command = useCommand(removeStaffSecondFactor);
  const { id: staffId, name } = props.member;
  const confirm = async (): Promise<void> => {
    const removed = await command.run({ staffId });
    if (removed === undefined) return;
    tell(removed.act, { kind: 'REMOVE_SECOND_FACTOR', name, done: say('staff.secondFactorRemoved', { name }) });
    props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('staff.removeSecondFactor')}
      destructive
      consequence={say('staff.removeSecondFactorConsequence', { name })}
      problems={command.problems}
      pending={command.pending}
      onCancel={props.onClose}
      onConfirm={() => void confirm()}
    />
  );
}

function LinkOutside(props: { readonly member: Member; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const tell = useTellAct();
  const command = useCommand(linkOutsideAccount);
  const { id: staffId, name, outsideSubject } = props.member;
  return (
    <FormDialog
      title={say('staff.linkOutside')}
      consequence={say('staff.linkOutsideConsequence', { name })}
      fields={[
        { name: 'subject', label: say('staff.outsideSubject'), optional: true, help: say('staff.outsideSubjectHelp') },
      ]}
      initial={{ subject: outsideSubject ?? '' }}
      command={command}
      onCancel={props.onClose}
      onSend={async ({ subject = '' }) => {
        const linked = await command.run({ staffId, subject: subject.trim() });
        if (linked === undefined) return false;
        tell(linked.act, { kind: 'LINK_OUTSIDE', name, done: say('staff.outsideLinked', { name }) });
        props.onClose();
        return true;
      }}
    />
  );
}

import { useState } from 'react';
import type { Field, Typed } from '../../base/form/field.ts';
import type { Problem } from '../../base/graph/command.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { changePassword } from './commands.ts';
import { ownAccountMessages } from './messages.ts';

const repeatDiffers: Problem = {
  code: 'REPEAT_DIFFERS',
  field: 'repeatPassword',
  zh: ownAccountMessages.zh.ownAccount.repeatDiffers,
  en: ownAccountMessages.en.ownAccount.repeatDiffers,
};

/** The fields of a change of password and the function that sends them; true if it was changed. */
export function usePasswordChange(): {
  readonly fields: readonly Field[];
  readonly problems: readonly Problem[];
  readonly pending: boolean;
  readonly send: (typed: Typed) => Promise<boolean>;
} {
  const say = useWords();
  const command = useCommand(changePassword);
  const [differs, setDiffers] = useState(false);
  return {
    fields: [
      { name: 'presentPassword', label: say('ownAccount.presentPassword'), kind: 'secret' },
      {
        name: 'newPassword',
        label: say('ownAccount.newPassword'),
        kind: 'secret',
        help: say('ownAccount.passwordWhy'),
      },
      { name: 'repeatPassword', label: say('ownAccount.repeatPassword'), kind: 'secret' },
    ],
    problems: differs ? [repeatDiffers] : command.problems,
    pending: command.pending,
    async send({ presentPassword = '', newPassword = '', repeatPassword = '' }) {
      setDiffers(newPassword !== repeatPassword);
      if (newPassword !== repeatPassword) return false;
      return (await command.run({ presentPassword, newPassword })) !== undefined;
    },
  };
}

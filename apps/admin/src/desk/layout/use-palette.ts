import { useDeferredValue } from 'react';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import type { Problem } from '../../base/graph/command.ts';
import { paletteQuery } from '../../base/graph/generated/layout.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import { useSpeech } from '../../base/i18n/use-words.ts';
import { messages } from '../../messages.ts';
import { householdFilter } from '../../register/households/household-search.ts';
import { textAt } from '../../base/i18n/speech.ts';
import { entriesNamed, recordsFound, type NamedEntry, type PaletteEntry } from './palette-entries.ts';
import { placesFor } from './places.ts';

/** What the palette shows for what was typed. */
export interface PaletteAnswer {
  readonly entries: readonly PaletteEntry[];
  /** How many households were found in all, if more than are shown. */
  readonly moreHouseholds: number | undefined;
  /** Why no household was searched for. */
  readonly problems: readonly Problem[] | undefined;
  /** The records are still being searched for. */
  readonly searching: boolean;
}

/** Work that begins on a page of its own, by the permission for it. */
const commands: readonly (readonly [action: string, word: MessageKey, to: string])[] = [
  ['household.register', 'register.title', '/households/register'],
  ['campaign.open', 'campaign.open', '/campaigns/open'],
];

/** Finds pages and commands by name, records by number, households by name, unit or number, from two characters on. */
export function usePalette(typed: string, open: boolean, onShortcuts: () => void): PaletteAnswer {
  const can = useCan();
  const staff = useStaff();
  const { say, language, choose } = useSpeech();
  const text = useDeferredValue(typed.trim());
  const households = householdFilter(text);
  const isIdentityNumber = households['identityNumber'] !== undefined;
  const asked = {
    households,
    text,
    withHouseholds: can('household.read'),
    withApplications: can('application.read') && !isIdentityNumber,
    withPapers: can('voucher.read') && !isIdentityNumber,
  };
  const enabled = open && text.length >= 2 && (asked.withHouseholds || asked.withApplications || asked.withPapers);
  const answer = useAnswer(paletteQuery, asked, { enabled });
  const found = enabled ? answer.data : undefined;
  const named = (word: MessageKey, group: 'pages' | 'commands', action: NamedEntry['action']): NamedEntry => ({
    key: word,
    group,
    title: say(word),
    detail: [],
    action,
    names: [textAt(messages.zh, word) ?? '', textAt(messages.en, word) ?? ''],
  });
  const pages = placesFor(staff?.actions ?? []).map(({ word, to }) => named(word, 'pages', to));
  const things = [
    ...commands.filter(([action]) => can(action)).map(([, word, to]) => named(word, 'commands', to)),
    named('ownAccount.title', 'commands', '/own-account'),
    named('layout.shortcuts', 'commands', onShortcuts),
    named('layout.otherLanguage', 'commands', () => choose(language === 'zh' ? 'en' : 'zh')),
  ];
  const { total = 0, items = [], problems } = found?.households ?? {};
  return {
    entries: [...recordsFound(found), ...entriesNamed([named('menu.todo', 'pages', '/'), ...pages, ...things], text)],
    moreHouseholds: total > items.length ? total : undefined,
    problems,
    searching: enabled && answer.isPending,
  };
}

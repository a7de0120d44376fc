import { authMessages } from '../auth/messages.ts';
import { displayMessages } from '../display/messages.ts';
import { glossaryMessages } from './glossary-messages.ts';
import { landingMessages } from '../landing/messages.ts';
import { householdMessages } from '../households/messages.ts';
import { layoutMessages } from '../layout/messages.ts';
import { queueMessages } from '../queue/messages.ts';
import { recordMessages } from '../record/messages.ts';
import type { KeysOf } from './define-messages.ts';

const parts = [authMessages, householdMessages, glossaryMessages, displayMessages, landingMessages, layoutMessages, queueMessages, recordMessages] as const;

type Part = (typeof parts)[number];
type Both<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** Every word of the console, gathered from the folders that say them. */
export const messages = {
  zh: Object.assign({}, ...parts.map((part) => part.zh)) as Both<Part['zh']>,
  en: Object.assign({}, ...parts.map((part) => part.en)) as Both<Part['en']>,
};

/** The path of one word: 'applications.approve'. */
export type MessageKey = KeysOf<(typeof messages)['zh']>;

import type { KeysOf } from './define-messages.ts';

/** The console's words as `all`; declared in `src/messages.ts`, which gathers them from the folders. */
export interface ConsoleWords {}

/** The path of one word: 'applications.approve'. */
export type MessageKey = ConsoleWords extends { readonly all: infer All } ? KeysOf<All> : never;

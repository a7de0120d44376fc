import type { KeysOf } from './define-messages.ts';

/** The console's words as `all`: said by whoever gathers them from the folders that say them (`messages.ts`). */
export interface ConsoleWords {}

/** The path of one word: 'applications.approve'. */
export type MessageKey = ConsoleWords extends { readonly all: infer All } ? KeysOf<All> : never;

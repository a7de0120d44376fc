import { codeOf, type Actor } from '@nuangong/access';
import type { OrganizationReference } from '@nuangong/events';
import { problem, type Problem } from '@nuangong/primitives';

/** The accounts of one organisation (账套). A member of staff handles the money of one book. */
export type Book = OrganizationReference;

/** The book of the actor's own organisation. */
export function bookOf(actor: Actor): Book {
  return {
    id: actor.organizationId,
    path: actor.scope,
    code: codeOf(actor.scope),
    name: actor.organizationName,
  };
}

/** Refuses a change to another organisation's book: a superior sees the books below it, but keeps only its own. */
export function anotherBook(): Problem {
  return problem('ANOTHER_BOOK', {
    zh: '这笔资金在下级单位的账上，由该单位的财务办理',
    en: 'This money is in a subordinate unit’s book. Ask that unit’s finance staff to handle it.',
  });
}

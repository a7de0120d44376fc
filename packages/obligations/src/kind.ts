import { roles as everyRole, type Action, type Role } from '@nuangong/access';
import type { LocalDate } from '@nuangong/primitives';
import catalogue from './kinds.json' with { type: 'json' };

/** The code of a kind of obligation: a key of `kinds.json`. */
export type ObligationKindCode = keyof typeof catalogue;

/** A text in both languages; `{name}` stands for a part of the obligation. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A kind of obligation as `kinds.json` describes it. */
export interface ObligationKind {
  readonly name: Words;
  /** The title of one obligation; `{place}` stands for its part `place`. */
  readonly title: Words;
  /** The permission needed to meet it; every role of `roles` has it. */
  readonly action: Action;
  /**
   * The roles that must act, in the obligation's organisation; empty if each obligation names a person, of any role.
   */
  readonly roles: readonly Role[];
  readonly recordType: string;
  /**
   * The console's address of the record; `{id}` is its id, `{organizationId}` that of the organisation that must act.
   */
  readonly address: string;
  /** The address for readers it does not name; `{staffId}` is the person it names. Left out if it is the same. */
  readonly addressForOthers?: string;
  /** What `dueAfter` and `escalate.after` count; reminders always count the days in the same way. */
  readonly days: 'WORKING' | 'CALENDAR';
  /** Days from its starting day to the due day; 0 if the starting day is the due day itself. */
  readonly dueAfter: number;
  /** The reminders, in days before the due day; 0 is the due day itself. */
  readonly remindBefore: readonly number[];
  /** Days after the due day until it escalates to the superior, and to which of its roles; left out if never. */
  readonly escalate?: { readonly after: number; readonly roles: readonly Role[] };
  /** Whole days after the due day until it lapses by itself; left out if it stays open until it is met. */
  readonly lapseAfter?: number;
}

/** Every kind of obligation, by its code. A service uses some of them. */
export const obligationKinds = catalogue as unknown as Readonly<Record<ObligationKindCode, ObligationKind>>;

export const obligationKindCodes = Object.keys(catalogue) as readonly ObligationKindCode[];

/** The kind with a code; throws for a code that is not in `kinds.json`. */
export function kindOf(code: string): ObligationKind {
  const kind: ObligationKind | undefined = (obligationKinds as Readonly<Record<string, ObligationKind>>)[code];
  if (kind === undefined) throw new Error(`no kind of obligation has the code ${code}`);
  return kind;
}

/** The roles that must act on a kind: its own, or every role if each obligation names a person. */
export function rolesOf(kind: ObligationKind): readonly Role[] {
  return kind.roles.length === 0 ? everyRole : kind.roles;
}

/** The parts of a title, by name: `{ number: 'A-2026-0001' }`. */
export type ObligationParts = Readonly<Record<string, string>>;

/** The title of an obligation in a language; a part that is missing stays empty. */
export function titleOf(kind: ObligationKind, parts: ObligationParts, language: 'zh' | 'en'): string {
  return kind.title[language].replaceAll(/\{(\w+)\}/gu, (_match, name: string) => parts[name] ?? '');
}

/** The parts of an address. */
export interface AddressParts {
  readonly recordId: string;
  /** The id of the organisation that must act. */
  readonly organizationId: string;
  /** The only person it concerns; null if anybody with the kind's roles may act. */
  readonly staffId: string | null;
}

/** The console's address of an obligation's record for a reader. */
export function addressOf(kind: ObligationKind, parts: AddressParts, readerId: string): string {
  const { recordId, organizationId, staffId } = parts;
  const forOthers = staffId !== null && staffId !== readerId ? kind.addressForOthers : undefined;
  return (forOthers ?? kind.address)
    .replaceAll('{id}', recordId)
    .replaceAll('{organizationId}', organizationId)
    .replaceAll('{staffId}', staffId ?? '');
}

/** The days of an obligation. */
export interface ObligationPlan {
  readonly dueOn: LocalDate;
  /** In order, without repetition; none after the due day, or the day of opening if the due day has passed by then. */
  readonly remindOn: readonly LocalDate[];
  readonly escalateOn: LocalDate | null;
  /** The day on which it lapses by itself. */
  readonly lapseOn: LocalDate | null;
}

import type { Actor } from '@nuangong/access';
import type { Database } from '@nuangong/database';
import type { RunningEvents } from './running-events.ts';

export type Language = 'zh' | 'en';

/** The context of every resolver; `Parts` are the service's own: its keys, its clock. */
export interface RequestContext<Tx, Parts = unknown> {
  readonly actor: Actor;
  readonly requestId: string;
  /** The language of the answer's messages. */
  readonly language: Language;
  /** The request's reading transaction under row-level security; opened at its first use, one for the whole request. */
  readonly tx: Tx;
  readonly database: Database<Tx>;
  readonly events: RunningEvents<Tx>;
  /** The parts that the service created at its start. */
  readonly parts: Parts;
}

/** What a fault left behind that the checks must know. */
export type Injection = {
  /** False where the moment that it waited for never came. */
  readonly happened: boolean;
  /** Events that no handler can take, by their id: each must be found among the dead letters. */
  readonly poison?: readonly Poison[];
};

export type Poison = {
  readonly eventId: string;
  readonly groups: readonly string[];
  /** False where the transport broke as it was given out: it may have been, or not. */
  readonly certain: boolean;
};

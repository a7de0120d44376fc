/** The traces of a fault that the checks must know. */
export type Injection = {
  /** False if the moment that it waited for never came. */
  readonly happened: boolean;
  /** Events that no handler can process, by id: each must be found among the dead letters. */
  readonly poison?: readonly Poison[];
};

export type Poison = {
  readonly eventId: string;
  readonly groups: readonly string[];
  /** False if the transport broke during delivery, so that the event may or may not have been delivered. */
  readonly certain: boolean;
};

/** A move of a demonstration union that was completed long ago. */
export interface CityMove {
  /** The union's code, and those of the superior it had and of the one it has. */
  readonly code: string;
  readonly formerParent: string;
  readonly parent: string;
  readonly from: string;
  readonly reason: string;
}

/** A mill that was run by the city until it went to its county. */
export const moves: readonly CityMove[] = [
  {
    code: '510101-02',
    formerParent: '5101',
    parent: '510101',
    from: '2012-07-01',
    reason: '县棉纺厂下放县管，工会关系随迁',
  },
];

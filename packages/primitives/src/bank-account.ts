/** An account named in a payment. */
export interface NamedAccount<Key> {
  readonly key: Key;
  /** Digits, as typed or stored; spaces and hyphens are ignored. */
  readonly account: string;
}

/** Signs that accounts in a list need a second look; each gives the keys of the payments, in the order of the list. */
export interface AccountSigns<Key> {
  /** Named by more than one payment. */
  readonly shared: readonly (readonly Key[])[];
  /** Consecutive numbers, like those of cards opened together. */
  readonly consecutive: readonly (readonly Key[])[];
  /** Card numbers whose check digit is wrong (Luhn, ISO/IEC 7812-1). */
  readonly wrongCheckDigit: readonly Key[];
}

/** The number of an account without spaces and hyphens. */
export function bareAccount(account: string): string {
  return account.replace(/[\s-]/g, '');
}

/** Whether a number belongs to a bank card, which has a check digit; passbook accounts have none. */
export function isCardNumber(account: string): boolean {
  return /^(?:62|4|5[1-5]|3[47])\d{13,17}$/.test(bareAccount(account)) && bareAccount(account).length >= 15;
}

/** Whether the check digit of a number is right (Luhn, ISO/IEC 7812-1). */
export function fitsCheckDigit(account: string): boolean {
  const sum = [...bareAccount(account)].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Finds the signs in a list of accounts that need a second look. */
export function findAccountSigns<Key>(given: readonly NamedAccount<Key>[]): AccountSigns<Key> {
  const byAccount = Map.groupBy(given, ({ account }) => bareAccount(account));
  const keysOf = (same: readonly NamedAccount<Key>[]): readonly Key[] => same.map(({ key }) => key);
  return {
    shared: [...byAccount.values()].filter((same) => same.length > 1).map(keysOf),
    consecutive: runsOf([...byAccount.keys()]).map((run) =>
      run.flatMap((account) => keysOf(byAccount.get(account) ?? [])),
    ),
    wrongCheckDigit: given
      .filter(({ account }) => isCardNumber(account) && !fitsCheckDigit(account))
      .map(({ key }) => key),
  };
}

/**
 * Runs of two or more consecutive numbers of the same length, as from filling down a column; for cards also runs that
 * are consecutive without their check digit, as from cards opened together.
 */
function runsOf(accounts: readonly string[]): readonly (readonly string[])[] {
  const numbers = accounts.filter((account) => /^\d+$/.test(account));
  const cards = numbers.filter((account) => isCardNumber(account) && fitsCheckDigit(account));
  const filledDown = runsBy(numbers, (account) => BigInt(account));
  const known = new Set(filledDown.flat());
  const madeInOneGo = runsBy(cards, (account) => BigInt(account.slice(0, -1)));
  return [...filledDown, ...madeInOneGo.filter((run) => !run.every((account) => known.has(account)))];
}

function runsBy(accounts: readonly string[], placeOf: (account: string) => bigint): readonly (readonly string[])[] {
  const numbered = accounts
    .map((account) => ({ account, place: placeOf(account) }))
    .toSorted((one, other) => one.account.length - other.account.length || (one.place < other.place ? -1 : 1));
  const runs: (typeof numbered)[] = [];
  for (const each of numbered) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last !== undefined && last.account.length === each.account.length && each.place - last.place <= 1n)
      run?.push(each);
    else runs.push([each]);
  }
  return runs.filter((run) => run.length > 1).map((run) => run.map(({ account }) => account));
}

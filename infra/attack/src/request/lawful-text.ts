import type { Random } from '@nuangong/faults/random';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid identity number of a county: its code, a birthday, a sequence number, the check character (GB 11643). */
export function identityNumberOf(code: string, place: number): string {
  const body = `${code}1978${String((place % 12) + 1).padStart(2, '0')}15${String(100 + place)}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

const counties = ['510103', '510104', '510105', '510106'];

const form = 'warmth-table';
const cells = ['1A', '2A', '6A', '7B'];
const policy = 'county-winter-300';
const reason = '走访前电话联系本人';

/** The texts that the commands of all attackers enter. */
export const enteredByAll: readonly string[] = [form, ...cells, policy, reason];

/** A valid value for each field by its name, so that commands are carried out and not refused for their form. */
const lawful: Readonly<Record<string, (random: Random) => string>> = {
  form: () => form,
  cell: ({ oneOf }) => oneOf(cells),
  value: ({ whole }) => String(whole(0, 20)),
  month: () => '2026-11',
  identityNumber: ({ oneOf, whole }) => identityNumberOf(oneOf(counties), whole(0, 899)),
  phone: ({ whole }) => `1380013${whole(1_000, 9_999)}`,
  username: ({ whole }) => `tried-${whole(1, 1_000_000)}`,
  password: ({ whole }) => `一句长长的话 ${whole(1, 1_000_000)} 不给人猜`,
  idempotencyKey: ({ whole }) => `tried-${whole(1, 1_000_000)}`,
  policy: () => policy,
  reason: () => reason,
  matchingRequirement: ({ oneOf }) => oneOf(['NONE', 'EQUAL']),
  matchingRatio: () => '1',
  marginFactor: () => '1.5',
  code: ({ whole }) => `5101${whole(30, 99)}`,
};

/** A valid text for a field of this name; undefined if any word will do. */
export function lawfulText(name: string, random: Random): string | undefined {
  return lawful[name]?.(random);
}

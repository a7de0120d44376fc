import { prismaSql } from '@nuangong/database';
import { readPhone } from '@nuangong/primitives';
import { blindIndexOf } from '@nuangong/sealing';
import type { CaseRecordsContext } from '../../builder.ts';
import { soughtKeysOf, soughtNumberOf } from './sought-keys.ts';

/** More households than this are left to a longer text. */
const most = 500;

/**
 * The households within sight that a typed text means by a member's name in characters or letters, telephone or bank
 * account; at most 500, in one statement, none if the text is neither.
 */
export async function householdsSought(context: CaseRecordsContext, search: string): Promise<readonly string[]> {
  const keys = soughtKeysOf(search);
  const number = soughtNumberOf(search);
  if (keys === undefined && number === undefined) return [];
  const phone = number?.phone === undefined ? undefined : readPhone(number.phone);
  const found = await prismaSql(context.tx)<{ id: string }>(
    `select household_id::text as id from households_sought($1::text[], $2::text[],
       array(select decode(i, 'hex') from unnest($3::text[]) as i),
       array(select decode(i, 'hex') from unnest($4::text[]) as i), $5::int)`,
    [...(keys?.all ?? [])],
    [...(keys?.any ?? [])],
    phone?.ok === true ? indexesOf(context, phone.value) : [],
    number?.account === undefined ? [] : indexesOf(context, number.account),
    most,
  );
  return found.map(({ id }) => id);
}

/** A number's blind index under each key in use: two while the index is renewed. */
function indexesOf({ parts }: CaseRecordsContext, number: string): readonly string[] {
  const { blindIndexKey, otherBlindIndexKey } = parts;
  return [blindIndexKey, ...(otherBlindIndexKey === undefined ? [] : [otherBlindIndexKey])].map((key) =>
    blindIndexOf(key, number).toString('hex'),
  );
}

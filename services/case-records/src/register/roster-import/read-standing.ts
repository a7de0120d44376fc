import type { PersonStanding } from '../household/household.ts';
import { readMigrant, refuseAnswer } from './read-answers.ts';
import type { RowReader } from './row-reader.ts';

/** The standing of a row's head. */
export interface ReadStanding {
  readonly headStanding: PersonStanding;
  readonly migrantWorker: boolean;
}

/** Qualifiers before or after the term: 在职职工, 困难农民工（企业）. */
const kind = '(?:在档|建档|困难|特困|在职|在岗|下岗|失业|离岗|内退|退休|企业|国企|单位|正式|合同制?|一线|女)*';
const words: readonly (readonly [RegExp, PersonStanding | 'MIGRANT'])[] = [
  [new RegExp(`^${kind}(?:农民工|进城务工(?:人员)?|外来务工(?:人员)?|务工人员)$`), 'MIGRANT'],
  [new RegExp(`^${kind}(?:职工|工人|员工)$`), 'WORKER'],
  [/^(?:困难|特困|贫困)?(?:农民|农户|村民|务农(?:人员)?)$/, 'FARMER'],
  [/^(?:困难|特困|贫困)?(?:城镇居民|城市居民|居民|社区居民|市民)$/, 'TOWNSPERSON'],
];
const names = { WORKER: '职工', FARMER: '农民', TOWNSPERSON: '城镇居民', MIGRANT: '农民工' } as const;

function standingOf(text: string): PersonStanding | 'MIGRANT' | undefined {
  const bare = text.replace(/[([【].*$/, '').trim();
  return words.find(([word]) => word.test(bare))?.[1];
}

/**
 * 身份 and 农民工 of the head; a worker unless stated otherwise. Each column also implies the other: 农民工 is a worker; a
 * farmer or townsperson is not a migrant worker. If the two contradict each other, the row is refused.
 */
export function readStanding(reader: RowReader): ReadStanding {
  const migrant = readMigrant(reader);
  const standing = readWritten(reader);
  if (standing === undefined) {
    if (migrant === true) reader.stated.add('STANDING');
    return { headStanding: 'WORKER', migrantWorker: migrant ?? false };
  }
  const isMigrant = standing === 'WORKER' ? undefined : standing === 'MIGRANT';
  if (isMigrant !== undefined && migrant !== undefined && migrant !== isMigrant)
    contradict(reader, names[standing], migrant);
  if (isMigrant !== undefined) reader.stated.add('MIGRANT');
  return {
    headStanding: standing === 'MIGRANT' ? 'WORKER' : standing,
    migrantWorker: isMigrant ?? migrant ?? false,
  };
}

function readWritten(reader: RowReader): PersonStanding | 'MIGRANT' | undefined {
  const { text, unreadable } = reader.given('STANDING');
  if (unreadable || text === '') return undefined;
  const standing = standingOf(text);
  if (standing === undefined) {
    refuseAnswer(reader, 'STANDING', text, '“职工”“农民工”“农民”或“城镇居民”');
    return undefined;
  }
  if (text !== names[standing]) reader.say(`身份“${text}”读作${names[standing]}`);
  return standing;
}

function contradict(reader: RowReader, standing: string, migrant: boolean): void {
  reader.refuse(
    'STANDING_CONTRADICTS_MIGRANT',
    'STANDING',
    `身份是${standing}，是否农民工是“${migrant ? '是' : '否'}”；核对后改正其一`,
    'Worker status and migrant worker contradict each other. Check and correct one of them.',
  );
}

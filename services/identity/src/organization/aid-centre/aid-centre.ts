import {
  combineFields,
  ok,
  problem,
  readName,
  readText,
  readWholeNumber,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import {
  closesAfterItsOwn,
  readFirstDay,
  readOrganizationName,
  stillOpen,
  type DayWords,
  type InForce,
} from '../in-force/in-force.ts';

/** The administrative level of an aid centre. */
export type AidCentreLevel = 'PROVINCE' | 'PREFECTURE' | 'COUNTY';

/** The properties of an aid centre, as typed. */
export interface AidCentreInput {
  readonly name: string;
  readonly level: AidCentreLevel;
  readonly publicInstitution: boolean;
  /** Its public-institution posts (事业编制); 0 unless it is a public institution. */
  readonly posts: number;
  /** The day from which this holds, YYYY-MM-DD; today by default. */
  readonly from?: string | null | undefined;
}

/** The properties of an aid centre from a day on. */
export type AidCentreState = Omit<AidCentreInput, 'from'>;

/** Checks an aid centre; every problem names its field. */
export function decideAidCentre(input: AidCentreInput): Result<AidCentreState> {
  const { level, publicInstitution } = input;
  const read = combineFields({ name: readOrganizationName(input.name), posts: readPosts(input) });
  return read.ok ? ok({ ...read.value, level, publicInstitution }) : read;
}

const mostPosts = 1000;

function readPosts({ posts, publicInstitution }: AidCentreInput): Result<number> {
  const read = readWholeNumber(posts, 'posts', { least: 0, most: mostPosts });
  if (!read.ok || publicInstitution || posts === 0) return read;
  return refuse(
    problem(
      'POSTS_WITHOUT_STATUS',
      {
        zh: '不是事业单位的中心没有事业编制，编制数填 0',
        en: 'Only a public institution has posts. Enter 0.',
      },
      'posts',
    ),
  );
}

/** A person who works at an aid centre, as typed. */
export interface CentrePostInput {
  readonly name: string;
  /** The person's duty (职务); may be empty. */
  readonly duty?: string | null | undefined;
  /** Whether the person holds a public-institution post. */
  readonly publicPost: boolean;
  readonly from?: string | null | undefined;
}

/** A person who works at an aid centre from a day on. */
export interface NewCentrePost {
  readonly name: string;
  readonly duty: string;
  readonly publicPost: boolean;
  readonly from: LocalDate;
}

/** The names of the first and the last day of work at a centre, for messages. */
export const postWords: DayWords = {
  first: { zh: '到岗日期', en: 'the first day there' },
  last: { zh: '离岗日期', en: 'the last day there' },
};

/** Checks a person who starts at an open aid centre; not before the centre opens. */
export function decideCentrePost(centre: InForce, input: CentrePostInput, today: LocalDate): Result<NewCentrePost> {
  const open = stillOpen(centre);
  if (!open.ok) return open;
  const first = readFirstDay(input.from, today, postWords);
  const from = first.ok && first.value < centre.from ? refuse(beforeCentre(centre.from)) : first;
  const read = combineFields({
    name: readName(input.name, { what: '姓名', least: 1, most: 40 }),
    duty: readText(input.duty, 'duty', 60),
    from,
  });
  return read.ok ? ok({ ...read.value, publicPost: input.publicPost }) : read;
}

const beforeCentre = (opened: LocalDate): Problem =>
  problem(
    'DATE_BEFORE_BASIS',
    {
      zh: `到岗日期不能早于中心设立日期（${opened}），核对后重录`,
      en: `The first day is before the day the centre opened (${opened}). Check it.`,
    },
    'from',
  );

/** The problems for the database's rules on centres and their posts. */
export const centreRules = {
  aid_centre_one_open: (): Problem =>
    problem('CENTRE_THERE', {
      zh: '该组织已有在用的帮扶中心，先撤销或修改原中心',
      en: 'This organisation has an open aid centre. Close or change that one.',
    }),
  closes_after_its_own: closesAfterItsOwn,
  centre_post_once: (): Problem =>
    problem(
      'PERSON_THERE',
      {
        zh: '该人员已在此岗位，不用重复登记；同名的另一人在职务中注明',
        en: 'This person is already registered with this duty. If it is another person of the same name, add that to the duty.',
      },
      'name',
    ),
  centre_is_open: (): Problem =>
    problem('CENTRE_CLOSED', {
      zh: '该帮扶中心已撤销，不能再登记人员',
      en: 'This aid centre is closed. Nobody can be added to it.',
    }),
  centre_closes_without_people: (): Problem =>
    problem('PEOPLE_LEFT', {
      zh: '中心还有在岗人员，先办理离岗再撤销',
      en: 'People still work at the centre. End their posts first.',
    }),
  centre_posts_suffice: (): Problem =>
    problem('POSTS_FULL', {
      zh: '占编人数超过事业编制数，先调整编制数或办理离岗',
      en: 'More people hold public-institution posts than there are posts. Change the number of posts, or end somebody’s work.',
    }),
};

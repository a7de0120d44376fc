import { city, counties } from './organizations.ts';

/** A person who works at the aid centre of a demonstration organisation. */
export interface CentrePerson {
  readonly organizationId: string;
  readonly name: string;
  readonly duty: string;
  readonly publicPost: boolean;
  readonly from: string;
}

/** A facility (惠民帮扶机构) of a demonstration organisation. */
export interface CityFacility {
  readonly organizationId: string;
  readonly kind:
    | 'HOSPITAL'
    | 'PHARMACY'
    | 'SUPERMARKET'
    | 'SCHOOL'
    | 'COUNSELLING_ROOM'
    | 'TRAINING_BODY'
    | 'PLACEMENT_AGENCY';
  readonly name: string;
  /** The partner that it is run with; empty if it is the union's own. */
  readonly partner: string;
  readonly address: string;
  readonly phone: string | null;
  readonly from: string;
}

const cityPeople = [
  { name: '罗永福', duty: '主任', publicPost: true },
  { name: '邓丽华', duty: '信访接待', publicPost: true },
  { name: '唐晓梅', duty: '职业介绍', publicPost: false },
];
const countyPeople = [
  { name: '蒋德明', duty: '主任', publicPost: false },
  { name: '彭玉珍', duty: '窗口', publicPost: false },
];

/** The people who work at the aid centres of the city and of its first three counties. */
export const centrePeople: readonly CentrePerson[] = [
  ...cityPeople.map((person) => ({ ...person, organizationId: city.id, from: '2018-07-01' })),
  ...counties
    .slice(0, 3)
    .flatMap(({ id: organizationId }) =>
      countyPeople.map((person) => ({ ...person, organizationId, from: '2020-03-01' })),
    ),
];

const [first = city, second = city] = counties;

/** The facilities of the city and of its first two counties, at least one of each kind. */
export const facilities: readonly CityFacility[] = [
  facility(city.id, 'HOSPITAL', '锦官市工人爱心医院', '锦官市第二人民医院'),
  facility(city.id, 'COUNSELLING_ROOM', '锦官市职工心理咨询室', ''),
  facility(city.id, 'TRAINING_BODY', '锦官市工会职业技能培训中心', ''),
  facility(city.id, 'PLACEMENT_AGENCY', '锦官市工会职业介绍所', ''),
  facility(first.id, 'PHARMACY', '青禾爱心药店', '青禾大药房'),
  facility(first.id, 'SUPERMARKET', '青禾扶贫超市', ''),
  facility(second.id, 'SCHOOL', '临江定点爱心学校', '临江职业中学'),
];

function facility(organizationId: string, kind: CityFacility['kind'], name: string, partner: string): CityFacility {
  return { organizationId, kind, name, partner, address: '', phone: null, from: '2016-01-01' };
}

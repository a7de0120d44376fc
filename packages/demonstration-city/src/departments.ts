import { city, counties } from './organizations.ts';

/** A department (协作部门) that a demonstration organisation works with. */
export interface CityDepartment {
  readonly organizationId: string;
  /** The code of its kind. */
  readonly kind: string;
  readonly name: string;
  readonly from: string;
}

/** Whom to call at a demonstration organisation, or at its department of a name. */
export interface CityContact {
  readonly organizationId: string;
  /** Null: at the organisation itself. */
  readonly department: string | null;
  readonly name: string;
  readonly duty: string;
  readonly phone: string;
  readonly from: string;
}

const bureaus = [
  { kind: 'HUMAN_RESOURCES', name: '人力资源和社会保障局' },
  { kind: 'CIVIL_AFFAIRS', name: '民政局' },
  { kind: 'FINANCE', name: '财政局' },
  { kind: 'PUBLIC_SECURITY', name: '公安局' },
  { kind: 'HOUSING', name: '住房和城乡建设局' },
  { kind: 'MARKET_REGULATION', name: '市场监督管理局' },
] as const;

const places = [city, ...counties.slice(0, 2)].map(({ id, name }) => ({ id, place: name.replace('总工会', '') }));
const from = '2019-03-01';

/** The departments that the city and its first two counties work with. */
export const departments: readonly CityDepartment[] = [
  ...places.flatMap(({ id: organizationId, place }) =>
    bureaus.map(({ kind, name }) => ({ organizationId, kind, name: `${place}${name}`, from })),
  ),
  ...places.slice(1).map(({ id: organizationId, place }) => ({
    organizationId,
    kind: 'TOWN_AFFAIRS',
    name: `${place}城关镇社会事务办公室`,
    from,
  })),
];

const people = [
  { bureau: '民政局', name: '曾秀兰', duty: '低保科', line: '11' },
  { bureau: '人力资源和社会保障局', name: '熊建华', duty: '就业科', line: '12' },
  { bureau: null, name: '龚学文', duty: '办公室', line: '10' },
] as const;

/** The contacts of the city and of its first two counties. */
export const contacts: readonly CityContact[] = places.flatMap(({ id: organizationId, place }, order) =>
  people.map(({ bureau, name, duty, line }) => ({
    organizationId,
    department: bureau === null ? null : `${place}${bureau}`,
    name,
    duty,
    phone: `0810-8${order}090${line}`,
    from,
  })),
);

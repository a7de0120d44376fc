/** A view of a list that somebody saved: its filters, its sort and the columns that it hides. */
export interface KeptView {
  readonly name: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  readonly hidden: readonly string[];
}

/** What one person keeps of one list, in this browser: the columns hidden now, by their heads, and the saved views. */
export interface KeptList {
  readonly hidden: readonly string[];
  readonly views: readonly KeptView[];
}

/** A list of which nothing is kept. */
export const nothingKept: KeptList = { hidden: [], views: [] };

/** The most views of one list; the oldest goes. */
const mostViews = 20;

/** Saves a view under its name, in place of one of the same name. */
export function withView(kept: KeptList, view: KeptView): KeptList {
  const others = kept.views.filter(({ name }) => name !== view.name);
  return { ...kept, views: [...others, view].slice(-mostViews) };
}

/** Deletes a view by its name. */
export function withoutView(kept: KeptList, name: string): KeptList {
  return { ...kept, views: kept.views.filter((view) => view.name !== name) };
}

/** Hides a column, or shows it again. */
export function withColumn(kept: KeptList, head: string, shown: boolean): KeptList {
  const others = kept.hidden.filter((hidden) => hidden !== head);
  return { ...kept, hidden: shown ? others : [...others, head] };
}

/** The name of the saved view that the list shows now; undefined if it shows none. */
export function viewShown(kept: KeptList, now: Omit<KeptView, 'name'>): string | undefined {
  const asText = ({ filter, sort, hidden }: Omit<KeptView, 'name'>): string => {
    const filled = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
    return JSON.stringify([filled.toSorted(([one], [other]) => one.localeCompare(other)), sort, hidden.toSorted()]);
  };
  return kept.views.find((view) => asText(view) === asText(now))?.name;
}

/** Where the browser keeps it: by person, so that nobody finds another's views after signing in. */
const keyOf = (staffId: string, list: string): string => `nuangong.list.${staffId}.${list}`;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Reads what a person keeps of a list; what cannot be read counts as nothing. */
export function readKept(storage: Kept, staffId: string, list: string): KeptList {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(staffId, list)) ?? '{}') as Partial<KeptList>;
    return { hidden: (kept.hidden ?? []).filter(isText), views: (kept.views ?? []).filter(isView) };
  } catch {
    return nothingKept;
  }
}

/** Keeps it; a full or forbidden storage keeps it for this page only. */
export function writeKept(storage: Kept, staffId: string, list: string, kept: KeptList): void {
  try {
    storage.setItem(keyOf(staffId, list), JSON.stringify(kept));
  } catch {
    return;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isView(value: unknown): value is KeptView {
  const { name, filter, sort, hidden } = (value ?? {}) as Partial<KeptView>;
  return isText(name) && typeof filter === 'object' && filter !== null && isText(sort?.field) && Array.isArray(hidden);
}

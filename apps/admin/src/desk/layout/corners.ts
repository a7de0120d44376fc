import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import { placesFor, type Place } from './places.ts';

/** One entry of the phone's bar. */
export type Corner = Pick<Place, 'to' | 'word' | 'icon'>;

const todo: Corner = { to: '/', word: 'menu.todo', icon: ChecklistOutlined };
const visits: Corner = { to: '/visits', word: 'visit.title', icon: DirectionsWalkOutlined };
const mine: Corner = { to: '/mine', word: 'menu.mine', icon: PersonOutlined };

/**
 * The main work of roles; the first entry that a person may do applies: its page, its permission, a shorter word for
 * the bar.
 */
const mostDone: readonly { readonly to: string; readonly action: string; readonly word?: MessageKey }[] = [
  { to: '/households', action: 'household.register', word: 'menu.household' },
  { to: '/case-file-review', action: 'case-file.review' },
  { to: '/applications', action: 'application.approve' },
  { to: '/batches', action: 'batch.prepare' },
  { to: '/batches', action: 'batch.approve' },
  { to: '/job-seekers', action: 'employment.manage' },
  { to: '/legal-cases', action: 'legal-case.manage' },
  { to: '/reports/warmth-table', action: 'report.submit' },
  { to: '/account-acts', action: 'staff.manage' },
  { to: '/audit-entries', action: 'audit.read' },
];

/**
 * The phone's bar for someone with these permissions: tasks, visits if they make them, their main work, their own page.
 */
export function cornersFor(actions: readonly string[]): readonly Corner[] {
  const places = placesFor(actions);
  const first = mostDone.find(({ action, to }) => actions.includes(action) && places.some((place) => place.to === to));
  const place = places.find(({ to }) => to === first?.to);
  return [
    todo,
    ...(actions.includes('visit.record') ? [visits] : []),
    ...(place === undefined ? [] : [{ ...place, word: first?.word ?? place.word }]),
    mine,
  ];
}

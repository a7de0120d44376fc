import {
  isNear,
  isSecondClickOnNew,
  isStillIgnored,
  type FirstPress,
  type Press,
  type Target,
} from './second-click.ts';

const controls =
  'a, button, input, select, textarea, label, summary, [role="button"], [role="menuitem"], [role="option"], [role="tab"], [role="combobox"], [role="gridcell"]';
/** A dialog or a menu, with what covers the page behind it. */
const layers = '.MuiModal-root';

/** The events of one press, in the order in which the browser sends them. */
const events = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

/**
 * Ignores the second click of a double click on whatever appeared or moved since the first (a dialog's button, a ticked
 * box, the next row's decision), for the whole page. Keys, and clicks made by a script, always take effect.
 */
export function ignoreSecondClicks(page: Document): void {
  let first: FirstPress | undefined;
  let ignoring = false;
  const judge = (event: PointerEvent): void => {
    const press = pressOf(event);
    if (press === undefined) return;
    ignoring = isSecondClickOnNew(first, press);
    first =
      ignoring && first !== undefined
        ? { ...first, lastAt: press.at }
        : { ...press, lastAt: press.at, around: controlsNear(page, press) };
  };
  const listen = (event: Event): void => {
    if (event.type === 'pointerdown') judge(event as PointerEvent);
    ignoring &&= isStillIgnored(first, event.timeStamp);
    if (!ignoring || !event.isTrusted || isOfKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // What follows a key is no half of a double click.
  page.addEventListener('keydown', () => (first = undefined), { capture: true });
  for (const name of events) page.addEventListener(name, listen, { capture: true });
}

/** A click that a key made has no pointer behind it. */
function isOfKey(event: Event): boolean {
  return event.type === 'click' && (event as MouseEvent).detail === 0;
}

function pressOf(event: PointerEvent): Press | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const target = targetOf(event.target.closest(controls) ?? event.target);
  return { at: event.timeStamp, x: event.clientX, y: event.clientY, target };
}

function controlsNear(page: Document, press: Press): readonly Target[] {
  const near = [...page.querySelectorAll(controls)].filter((each) => isNear(press, each.getBoundingClientRect()));
  return [press.target, ...near.map(targetOf)];
}

function targetOf(control: Element): Target {
  const { left, top } = control.getBoundingClientRect();
  return {
    control,
    layer: control.closest(layers) ?? undefined,
    about: control.closest('[data-about]')?.getAttribute('data-about') ?? undefined,
    words: control.matches(controls) ? (control.textContent ?? '') : '',
    corner: { left, top },
  };
}

/** How long after a press a second one at the same place is taken for the other half of a double click, in ms. */
const withinMs = 400;
/** How far apart two presses at the same place are at most, in CSS pixels: the smallest target. */
const near = 24;
/** A control that shifted by less than this, in CSS pixels, has not moved. */
const still = 4;

/** Where a control was: the corner of its box, in CSS pixels of the window. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** One control under or near the pointer. */
export interface Target {
  /** The element itself, or whatever stands for it. */
  readonly control: unknown;
  /** The dialog or menu it is part of; undefined on the page. */
  readonly layer: unknown;
  /** The record that it acts on, where the same button acts on one record after another. */
  readonly about: string | undefined;
  /** What is written on it: a button that becomes another step of its page says something else. */
  readonly words: string;
  readonly corner: Corner;
}

/** A press of the pointer: when (ms), where, and on what. */
export interface Press {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly target: Target;
}

/** A press that took effect, with the controls that were near it then. */
export interface FirstPress extends Press {
  readonly around: readonly Target[];
  /** When it, or an ignored press after it, happened last (ms). */
  readonly lastAt: number;
}

/** Whether what happens at `at` (ms) still belongs to an ignored press: its own end and click, not a later one's. */
export function isStillIgnored(first: FirstPress | undefined, at: number): boolean {
  return first !== undefined && at - first.lastAt <= withinMs;
}

/** Whether a press is the other half of an earlier one, and meets what was not there when that one was made. */
export function isSecondClickOnNew(first: FirstPress | undefined, press: Press): boolean {
  if (first === undefined || press.at - first.lastAt > withinMs) return false;
  if (Math.abs(press.x - first.x) > near || Math.abs(press.y - first.y) > near) return false;
  const { target } = press;
  if (target.layer !== first.target.layer) return true;
  return !first.around.some((before) => isUnchanged(before, target));
}

function isUnchanged(before: Target, now: Target): boolean {
  return (
    before.control === now.control &&
    before.about === now.about &&
    before.words === now.words &&
    Math.abs(before.corner.left - now.corner.left) <= still &&
    Math.abs(before.corner.top - now.corner.top) <= still
  );
}

/** Whether a box comes within reach of a press's place. */
export function isNear(press: { readonly x: number; readonly y: number }, box: Box): boolean {
  return (
    box.left - near <= press.x &&
    press.x <= box.right + near &&
    box.top - near <= press.y &&
    press.y <= box.bottom + near
  );
}

interface Box extends Corner {
  readonly right: number;
  readonly bottom: number;
}

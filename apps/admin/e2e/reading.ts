import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { dark, light } from '../src/base/theme/tokens.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The problems that axe finds once no transition runs, worded so that they can be fixed. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await withoutFading(page);
  return violationsIn(page, { runOnly: { type: 'tag', values: tags } });
}

/** The problems that axe finds in colours only. */
export function paleTextOf(page: Page): Promise<readonly string[]> {
  return violationsIn(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
}

/**
 * Runs axe in the page itself, which has no frames to check: a quarter of the time that it takes through the builder,
 * which injects it for each run and finishes each in a separate window.
 */
async function violationsIn(page: Page, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async (asked) => {
      const { axe } = window as unknown as {
        readonly axe: { run(page: Document, options: RunOptions): Promise<AxeResults> };
      };
      const { violations } = await axe.run(document, asked);
      return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    { ...options, resultTypes: ['violations' as const] },
  );
}

/** Disables colour transitions, so that no colour is read while it changes. */
export async function withoutFading(page: Page): Promise<void> {
  // The page's policy accepts no foreign style elements.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { transition: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await drawn(page);
}

/** Resolves when the changes are drawn. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Switches the machine's colour scheme, and waits until the page, if it follows the machine, is drawn in it. */
export async function colour(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (ground) =>
      localStorage.getItem('RaStorenuangong.theme') !== null ||
      getComputedStyle(document.documentElement).getPropertyValue('--bg') === ground,
    { dark, light }[colorScheme].bg,
  );
  await drawn(page);
}

/** How far the page scrolls sideways, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const widths = [
  [1366, 768],
  [768, 1024],
  [390, 844],
] as const;

/**
 * Checks the open page at the widths of a desktop, a tablet and a phone: whether it scrolls sideways, and the problems
 * that axe finds in light, and in its colours in dark. Axe takes most of the time, so it leaves out what it has seen: the
 * tablet shows the desktop's elements, and the phone the desktop's colours, which are read in dark at the desktop's
 * width alone unless told otherwise. An empty list means no problems.
 */
export async function look(
  page: Page,
  name: string,
  axeAt: readonly number[] = [1366, 390],
): Promise<readonly string[]> {
  const found: string[] = [];
  await withoutFading(page);
  for (const [width, height] of widths) {
    await page.setViewportSize({ width, height });
    if (axeAt.includes(width)) {
      if (width === axeAt[0]) {
        await colour(page, 'dark');
        for (const fault of await paleTextOf(page)) found.push(`${name} ${width} dark ${fault}`);
        await colour(page, 'light');
      }
      for (const fault of await faultsOf(page)) found.push(`${name} ${width} light ${fault}`);
    }
    const pixels = await sideways(page);
    if (pixels > 0) found.push(`${name} ${width} scrolls sideways by ${pixels} px`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  return found;
}

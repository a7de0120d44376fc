import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** The system that `./nuangong test e2e` started. */
export const systemUrl = process.env['NUANGONG_URL'] ?? 'http://127.0.0.1:8080';
/** A photograph of a posted list. */
export const postedList = join(root, 'infra', 'main-job', '__fixtures__', 'posted-list.png');
/** A diagnosis of two pages. */
export const diagnosis = join(root, 'infra', 'main-job', '__fixtures__', 'diagnosis.pdf');
/** The demonstration's password. */
export const password = 'Nuangong-2026';

/** The window of a page: its width and height, and the machine's colour scheme. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
  readonly language?: 'zh-CN' | 'en';
}

export const desk: Look = { width: 1366, height: 768 };

/** Starts the browser; `CHROMIUM_PATH` says where it is. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** A member of staff in a separate window; errors of the page are collected. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

/** Signs in at a new window. */
export async function signInAs(browser: Browser, username: string, look: Look = desk): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme ?? 'light',
    locale: look.language ?? 'zh-CN',
    acceptDownloads: true,
  });
  if (look.language === 'en') await context.addInitScript("localStorage.setItem('nuangong.language', 'en')");
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  await page.goto(systemUrl);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('#password').waitFor({ state: 'detached' });
  return { page, context, faults };
}

/**
 * Waits until a dialog that just closed has removed its history entry, because a traversal cancels any other
 * navigation.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      (history.state as { dialog?: unknown } | null)?.dialog === undefined ||
      document.querySelector('[role=dialog]') !== null,
  );
}

/** Goes to an address of the console: the page is reloaded. */
export async function open(page: Page, path: string): Promise<void> {
  await settled(page);
  await page.goto(`${systemUrl}${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
}

/** Presses a button that gives a file: its name and its first two bytes. */
export async function downloads(page: Page, name: string | RegExp): Promise<readonly [name: string, begins: string]> {
  const waiting = page.waitForEvent('download');
  await press(page, name);
  const download = await waiting;
  const content = await readFile(await download.path(), 'latin1');
  return [download.suggestedFilename(), content.slice(0, 2)];
}

/** Presses the button of this name; an empty list offers its first step twice, on top and in its middle. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).filter({ visible: true }).first().click();
}

/**
 * Confirms an open dialog by its button, which repeats the verb and object of its title, once it can be pressed; by
 * keyboard, as `choose`.
 */
export async function confirm(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const button = dialog.locator('.MuiDialogActions-root button').last();
  await button.click({ trial: true });
  await button.press('Enter');
  await dialog.waitFor({ state: 'detached', timeout: 60_000 });
}

/** Picks a choice of a form's list by its label, by keyboard: the pointer's next click would come too soon. */
export async function choose(page: Page, label: string, choice: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).press('Enter');
  await page.getByRole('option', { name: choice }).press('Enter');
}

/** Saves a picture of the page, loaded and still, for the README if `NUANGONG_PICTURES` is set. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['NUANGONG_PICTURES']) return;
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(800);
  const folder = join(root, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openBrowser, signInAs, systemUrl } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('a page’s content security policy allows no inline code or style, and its nonce is valid for that page only', async () => {
  const policies = await Promise.all(
    ['/', '/households', '/sign-in'].map(async (path) => {
      const answer = await fetch(systemUrl + path, { headers: { accept: 'text/html' } });
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? '';
      expect(await answer.text()).toContain(`nonce="${nonce}"`);
      return policy;
    }),
  );
  for (const policy of policies) expect(policy).not.toContain('unsafe');
  expect(new Set(policies).size).toBe(policies.length);
});

test('injected code and styles have no effect, and the console itself needs none inline', async () => {
  const { page, faults } = await signInAs(browser, 'city-statistics');
  await open(page, '/campaigns');
  await page.locator('main a[href^="/campaigns/"]').first().click();
  await page.getByRole('img').locator('svg').first().hover();
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  expect(faults).toEqual([]);
  const { applied, blocked } = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const place = document.createElement('div');
    place.innerHTML = '<p id="styled" style="color: rgb(1, 2, 3)">x</p><style>#styled { color: rgb(4, 5, 6) }</style>';
    document.body.append(place);
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script);
    const link = document.createElement('a');
    link.setAttribute('onclick', 'document.title = "taken"');
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const colour = getComputedStyle(document.querySelector('#styled') as Element).color;
    return { applied: [colour, document.title], blocked: refused };
  });
  expect(applied).not.toContain('rgb(1, 2, 3)');
  expect(applied).not.toContain('rgb(4, 5, 6)');
  expect(applied).not.toContain('taken');
  expect(new Set(blocked)).toEqual(new Set(['style-src-attr', 'style-src-elem', 'script-src-elem', 'script-src-attr']));
});

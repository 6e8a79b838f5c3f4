import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

const PICTURES = resolve(import.meta.dirname, '../target/screenshots');
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Ways in which people look at a page. */
const VIEWS = {
  desktop: { width: 1366, height: 860 },
  phone: { width: 390, height: 844 },
} as const;

let browser: Browser;

/** Has a browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', chromiumSandbox: false, args: QUIET });
  });
  afterAll(() => browser.close());
}

/** A page of a browser that has never been here; anything it complains of fails the test. */
export async function newPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: inject('address'), viewport: VIEWS.desktop, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser notes each answer that is not good, also the expected ones.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  await page.goto(path);
  return page;
}

/** Mail address and password of a new account. */
export interface Person {
  email: string;
  password: string;
}

let people = 0;

/** A page of somebody who has just made an account and signed in, by the API alone. */
export async function newMembersPage(path: string): Promise<{ page: Page; person: Person }> {
  const page = await newPage('/sign-in');
  const person = { email: `person-${process.pid}-${++people}@example.com`, password: 'seven drawn plates' };
  const { link } = (await ask(page, '/v1/accounts', { email: person.email })) as { link: string };
  await ask(page, '/v1/accounts/confirm', { token: new URL(link).hash.slice(1), password: person.password });
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Try it' }).waitFor();
  await page.goto(path);
  return { page, person };
}

async function ask(page: Page, path: string, data: object): Promise<unknown> {
  const answer = await page.request.post(path, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

const complaints: string[] = [];

/** The page is free of what axe can find, in both widths and both schemes, overflows nowhere, and is kept as a picture to be looked at. */
export async function expectGood(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const [view, size] of Object.entries(VIEWS)) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(PICTURES, `${name}-${view}-${colorScheme}.png`) });
      expect(await findings(page), `${name}, ${view}, ${colorScheme}`).toEqual([]);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${name}, ${view}: too wide`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(VIEWS.desktop);
  expect(complaints.splice(0)).toEqual([]);
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
  const found = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

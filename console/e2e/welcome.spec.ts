import { expect, test } from 'vitest';
import { expectGood, newPage, useBrowser } from './browser';

useBrowser();

test('first page leads to all others and needs little', async () => {
  const page = await newPage('/');
  await page.getByRole('heading', { name: 'Licence plates, read from pictures' }).waitFor();
  await expectGood(page, 'welcome');

  const figures = (await page.evaluate(`({
    bytes: performance.getEntries().filter((e) => e.encodedBodySize).reduce((sum, e) => sum + e.encodedBodySize, 0),
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  })`)) as { bytes: number; paint: number };
  console.log(`console: ${figures.bytes} bytes before the first interaction, first paint after ${Math.round(figures.paint)} ms`);
  expect(figures.bytes).toBeLessThan(250_000);

  await page.getByRole('link', { name: 'API docs' }).first().click();
  await page.getByRole('heading', { name: 'API docs' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/docs');
  await page.goBack();
  await page.getByRole('heading', { name: 'Licence plates, read from pictures' }).waitFor();
});

test('keyboard alone leads past the navigation, and from page to page', async () => {
  const page = await newPage('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.type')).toBe('email');
  await page.getByRole('link', { name: 'API docs' }).last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'API docs' }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main');
});

test('layout stands still while the page loads', async () => {
  const page = await newPage('/');
  await page.addInitScript(`
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.shift += e.value))).observe({ type: 'layout-shift', buffered: true });
  `);
  for (const path of ['/', '/try', '/docs', '/sign-in']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await page.evaluate('window.shift'), path).toBe(0);
  }
});

test('path that is no page of ours is the server’s to refuse', async () => {
  const page = await newPage('/');
  const answer = await page.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
});

import { expect, inject, test } from 'vitest';
import { expectGood, newPage, useBrowser } from './browser';

useBrowser();

test('every route is described, and one can be tried out with a token', async () => {
  const page = await newPage('/docs');
  await page.getByLabel('API token').fill(inject('token'));
  await expectGood(page, 'docs');

  await page.getByText('The calls of the current period').click();
  const route = page.locator('#statistics');
  await route.getByRole('button', { name: 'Send' }).click();
  await route.getByRole('region', { name: 'The answer' }).waitFor();
  expect(await route.getByRole('region', { name: 'The answer' }).textContent()).toContain('"total_calls"');
  await expectGood(page, 'docs-statistics');

  await page.locator('#readPlates > summary').click();
  await page.locator('#readPlates').getByText('Least score of a detection').first().waitFor({ state: 'attached' });
  await expectGood(page, 'docs-plate-reader');
});

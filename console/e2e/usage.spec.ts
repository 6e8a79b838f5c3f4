import { expect, test } from 'vitest';
import { expectGood, newMembersPage, useBrowser } from './browser';

useBrowser();

test('call made is counted, drawn by day, and in the table for download', async () => {
  const { page } = await newMembersPage('/try');
  await page.getByRole('button', { name: 'Take our example' }).click();
  await page.getByText('One plate, read in').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Usage' }).click();

  await page.getByText('1 of 2,500 calls').waitFor();
  await page.getByText('when counting starts anew').waitFor();
  await page.getByRole('button', { name: '30 days' }).click();
  await page.getByText('1 call from').waitFor();
  await expect.poll(() => page.locator('.bars rect').count()).toBe(30);
  await page.getByText('As a table').click();
  expect(await page.getByRole('row').count()).toBe(31);
  await expectGood(page, 'usage');

  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as CSV' }).click()]);
  expect(table.suggestedFilename()).toMatch(/\.csv$/);
  expect(await table.failure()).toBeNull();
});

test('plan shows its terms', async () => {
  const { page } = await newMembersPage('/plan');
  await page.getByText('2,500 calls a month').waitFor();
  await page.getByText('Your plan').waitFor();
  await expectGood(page, 'plan');
});

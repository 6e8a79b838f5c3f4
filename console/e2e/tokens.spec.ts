import { expect, test } from 'vitest';
import { expectGood, newMembersPage, useBrowser } from './browser';

useBrowser();

test('token made is shown once, works, stands in the sample calls, and is revoked', async () => {
  const { page } = await newMembersPage('/tokens');
  await page.getByLabel('Name').fill('Gate 7');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const secret = (await page.locator('.secret code').textContent()) ?? '';
  expect(secret).toMatch(/^[0-9a-f]{40}$/);
  const works = async () =>
    (await page.request.get('/v1/statistics/', { headers: { Authorization: `Token ${secret}` } })).status();
  expect(await works()).toBe(200);
  await expectGood(page, 'tokens');

  await page.getByRole('navigation').getByRole('link', { name: 'Try it' }).click();
  await page.getByRole('tab', { name: 'Code' }).click();
  expect(await page.getByRole('region', { name: 'The call in' }).textContent()).toContain(secret);

  await page.getByRole('navigation').getByRole('link', { name: 'Tokens' }).click();
  await page.getByRole('button', { name: 'Revoke Gate 7' }).click();
  await expectGood(page, 'tokens-revoke');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText('Revoked').first().waitFor();
  expect(await works()).toBe(403);
});

test('token rotated has a new secret, and the old one is refused', async () => {
  const { page } = await newMembersPage('/tokens');
  await page.getByLabel('Name').fill('Gate 8');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const old = await page.locator('.secret code').textContent();
  await page.getByRole('button', { name: 'Rotate Gate 8' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true }).click();
  await page.getByText('Revoked').first().waitFor();
  expect(await page.locator('.secret code').textContent()).not.toBe(old);
});

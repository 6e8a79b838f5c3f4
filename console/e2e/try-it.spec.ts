import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, inject, test } from 'vitest';
import { expectGood, newPage, useBrowser } from './browser';

const CAR = resolve(import.meta.dirname, '../../docs/pictures/car.jpg');

useBrowser();

test('picture chosen, with a token, shows its plate, the JSON and the call', async () => {
  const page = await newPage('/try');
  await page.getByLabel('API token').fill(inject('token'));
  await expectGood(page, 'try-it-empty');

  await page.getByLabel('Choose a picture').setInputFiles(CAR);

  await page.getByText('One plate, read in').waitFor();
  expect(await page.locator('.readings .plate').textContent()).toContain('LE322SB');
  expect(await page.locator('.overlay polygon').count()).toBe(1);
  expect(await page.locator('.overlay .vehicle-mark rect').count()).toBe(1);
  expect(await page.locator('.character meter').count()).toBe(7);
  await expectGood(page, 'try-it-read');

  await page.getByRole('tab', { name: 'JSON' }).click();
  expect(await page.getByRole('region', { name: 'The answer as JSON' }).textContent()).toContain('"plate": "le322sb"');
  await expectGood(page, 'try-it-json');

  await page.getByRole('tab', { name: 'JSON' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Ruby' }).click();
  const code = page.getByRole('region', { name: 'The call in Ruby' });
  expect(await code.textContent()).toContain(inject('token'));
  expect(await code.textContent()).toContain("File.open('car.jpg', 'rb')");
  await expectGood(page, 'try-it-code');
});

test('picture dropped, with settings, is read with them', async () => {
  const page = await newPage('/try');
  await page.getByLabel('API token').fill(inject('token'));
  await page.getByText('Settings').click();
  await page.getByLabel('Regions', { exact: true }).fill('fr, zz-nowhere');
  await page.getByLabel('Mode', { exact: true }).selectOption('fast');
  await page.getByLabel('Make, model and colour').check();
  const bytes = readFileSync(CAR).toString('base64');
  const transfer = await page.evaluateHandle((picture) => {
    const data = new DataTransfer();
    const content = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    data.items.add(new File([content], 'dropped.jpg', { type: 'image/jpeg' }));
    return data;
  }, bytes);
  await page.dispatchEvent('.stage', 'drop', { dataTransfer: transfer });

  await page.getByText('One plate, read in').waitFor();
  expect(await page.getByText('unknown regions were ignored: zz-nowhere').count()).toBe(1);
  await expectGood(page, 'try-it-settings');

  await page.getByRole('tab', { name: 'Code' }).click();
  const code = await page.getByRole('region', { name: 'The call in curl' }).textContent();
  expect(code).toContain('--form-string regions=fr,zz-nowhere');
  expect(code).toContain('--form-string mmc=true');
  expect(code).toContain(`--form-string 'config={"mode":"fast","detail":"full"}'`);
});

test('example, with a wrong token, says what is wrong', async () => {
  const page = await newPage('/try');
  await page.getByLabel('API token').fill('0'.repeat(40));
  await page.getByRole('button', { name: 'Take our example' }).click();

  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('Invalid token');
  await expectGood(page, 'try-it-refused');
});

test('grey picture says why there is nothing', async () => {
  const page = await newPage('/try');
  await page.getByLabel('API token').fill(inject('token'));
  const grey = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 240;
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  await page.getByLabel('Choose a picture').setInputFiles({ name: 'grey.png', mimeType: 'image/png', buffer: Buffer.from(grey, 'base64') });

  await page.getByText('There is no vehicle in the picture, and no plate.').waitFor();
});

test('on-premises edition reads without token and shows nothing of accounts', async () => {
  const page = await newPage('/docs');
  await page.route((address) => address.pathname === '/', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('data-accounts="yes"', 'data-accounts="no"') });
  });
  await page.goto('/');
  await page.getByRole('heading', { name: 'Try it' }).waitFor();
  expect(await page.getByText('Sign up').count()).toBe(0);
  expect(await page.getByLabel('API token').count()).toBe(0);
  const request = page.waitForRequest('**/v1/plate-reader/');
  await page.getByRole('button', { name: 'Take our example' }).click();
  expect((await request).headers()['authorization']).toBeUndefined();
  await page.getByRole('alert').waitFor(); // The server that runs here is no such edition.
});

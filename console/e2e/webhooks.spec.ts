import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectGood, newMembersPage, useBrowser } from './browser';

useBrowser();

const received: string[] = [];
let receiver: Server;
let target: string;

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) {
      body += part;
    }
    received.push(body);
    response.end('thank you');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/plates`;
});
afterAll(() => receiver.close());

test('webhook is added, tested, fed by readings, sent again, changed and removed', async () => {
  const { page } = await newMembersPage('/webhooks');
  await page.getByLabel('Address').fill('ftp://example.com');
  await page.getByRole('button', { name: 'Add the webhook' }).click();
  await page.locator('.field .wrong').waitFor();
  await expectGood(page, 'webhooks-new');

  await page.getByLabel('Address').fill(target);
  await page.getByLabel('Header', { exact: true }).fill('X-Key');
  await page.getByLabel('Value of the header').fill('open sesame');
  await page.getByRole('button', { name: 'Add the webhook' }).click();
  await page.getByText('copy it now').waitFor();
  expect(await page.locator('.secret code').textContent()).not.toBe('');

  await page.getByRole('button', { name: 'Send a test' }).click();
  const rows = page.locator('.log .rows > li');
  await rows.first().waitFor();
  await rows.first().locator('summary').click();
  await page.getByText('thank you').waitFor();
  await expectGood(page, 'webhooks');

  await page.getByRole('button', { name: 'Send again' }).first().click();
  await rows.nth(1).waitFor();
  expect(received.length).toBe(2);

  await page.getByRole('navigation').getByRole('link', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Take our example' }).click();
  await page.getByText('One plate, read in').waitFor();
  await expect.poll(() => received.some((body) => body.includes('le322sb'))).toBe(true);

  await page.getByRole('navigation').getByRole('link', { name: 'Webhooks' }).click();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Only when there is a plate').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('only with plates').waitFor();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('Switched off: nothing is sent.').waitFor();

  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'New webhook' }).waitFor();
});

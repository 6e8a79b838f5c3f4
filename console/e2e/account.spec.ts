import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, inject, test } from 'vitest';
import { expectGood, newMembersPage, newPage, useBrowser } from './browser';

const CAR = resolve(import.meta.dirname, '../../docs/pictures/car.jpg');

useBrowser();

test('newcomer comes from the first page to the first plate without leaving it', async () => {
  const page = await newPage('/');
  await page.getByLabel('E-mail address').fill('newcomer@example.com');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByText('you need not wait for the mail').waitFor();
  await expectGood(page, 'sign-up-mailed');

  await page.getByRole('link', { name: 'Confirm the address' }).click();
  await page.getByLabel('Password').fill('short');
  await expectGood(page, 'confirm');
  await page.getByLabel('Password').fill('newcomer@example.com');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.locator('.wrong').waitFor();
  await page.getByLabel('Password').fill('three green cars wait');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByRole('heading', { name: 'Try it' }).waitFor();
  await page.getByLabel('Choose a picture').setInputFiles(CAR);
  await page.getByText('One plate, read in').waitFor();
  expect(await page.locator('.readings .plate').textContent()).toContain('LE322SB');
  await expectGood(page, 'try-it-member');
});

test('session is a cookie that no script sees, and outlives the page', async () => {
  const { page, person } = await newMembersPage('/account');
  await page.getByText(`${person.email}, owner`).waitFor();
  expect(await page.evaluate('document.cookie')).toBe('');
  const cookies = await page.context().cookies();
  expect(cookies.every((cookie) => cookie.httpOnly && cookie.sameSite === 'Strict')).toBe(true);

  await page.reload();
  await page.getByText(`${person.email}, owner`).waitFor();
  await page.getByText('What happened').click();
  await expectGood(page, 'account');
});

test('access that ran out is renewed unseen', async () => {
  const { page, person } = await newMembersPage('/try');
  await page.context().clearCookies({ name: 'matricula_session' });

  await page.goto('/account');

  await page.getByText(`${person.email}, owner`).waitFor();
});

test('signing out, and in again', async () => {
  const { page, person } = await newMembersPage('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Licence plates' }).waitFor();

  await page.goto('/usage');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  await expectGood(page, 'sign-in-refused');
  await page.getByLabel('Password').fill(person.password);
  await page.getByLabel('Password').press('Enter');
  await page.getByRole('heading', { name: 'Try it' }).waitFor();
});

test('forgotten password is replaced by way of the mail', async () => {
  const { page, person } = await newMembersPage('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Licence plates' }).waitFor();
  await page.goto('/forgotten');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByRole('status').waitFor();
  await expectGood(page, 'forgotten');

  await page.goto(`/reset${new URL(await mailedLink('/reset#')).hash}`);
  await page.getByLabel('Password').fill('a new set of words');
  await expectGood(page, 'reset');
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await page.getByRole('status').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill('a new set of words');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Try it' }).waitFor();
});

test('person invited comes in as admin, and goes when removed', async () => {
  const { page } = await newMembersPage('/account');
  await page.getByLabel('Invite somebody as admin').fill('guest@example.com');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('status').waitFor();

  const guest = await newPage(`/confirm${new URL(await mailedLink('/confirm#')).hash}`);
  await guest.getByLabel('Password').fill('words of the guest');
  await guest.getByRole('button', { name: 'Save and go on' }).click();
  await guest.getByRole('heading', { name: 'Try it' }).waitFor();
  await guest.goto('/account');
  await guest.getByText('guest@example.com, admin').waitFor();
  expect(await guest.getByLabel('Invite somebody').count()).toBe(0);

  await page.reload();
  await page.getByText('Hand the account over').first().click();
  await expectGood(page, 'hand-over');
  await page.getByLabel("Owner's password").fill('not the password');
  await page.getByRole('button', { name: 'Hand the account over' }).click();
  await page.getByText('This is not your password').waitFor();
  await page.getByRole('button', { name: 'Remove guest@example.com' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove guest@example.com' }).waitFor({ state: 'detached' });
  await guest.reload();
  await guest.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('new e-mail address is confirmed by way of the mail', async () => {
  const { page, person } = await newMembersPage('/account');
  await page.getByText('Change the e-mail address', { exact: true }).click();
  await page.getByLabel('New e-mail address').fill('moved@example.com');
  await page.getByLabel('Password for this change').fill(person.password);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByRole('status').waitFor();

  await page.goto(`/email${new URL(await mailedLink('/email#')).hash}`);
  await expectGood(page, 'new-email');
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByText('From now on you sign in with moved@example.com').waitFor();
  await page.goto('/account');
  await page.getByText('moved@example.com, owner').waitFor();
});

test('sessions elsewhere are listed, and ended', async () => {
  const { page, person } = await newMembersPage('/account');
  const other = await newPage('/sign-in');
  await other.getByLabel('E-mail address').fill(person.email);
  await other.getByLabel('Password').fill(person.password);
  await other.getByLabel('Password').press('Enter');
  await other.getByRole('heading', { name: 'Try it' }).waitFor();

  await page.reload();
  await page.getByText('Where you are signed in').click();
  await expectGood(page, 'sessions');
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
  await other.goto('/account');
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('account that is ended is gone', async () => {
  const { page, person } = await newMembersPage('/account');
  await page.getByText('End the account', { exact: true }).click();
  await page.getByLabel('Your password').fill(person.password);
  await page.getByRole('button', { name: 'End the account for good' }).click();
  await page.getByRole('heading', { name: 'Licence plates' }).waitFor();
});

/** The newest link of a kind in the folder that stands for the mail here. */
async function mailedLink(kind: string): Promise<string> {
  const folder = join(inject('state'), 'mail');
  for (let wait = 0; wait < 50; wait++) {
    const mails = readdirSync(folder)
      .map((name) => join(folder, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const mail of mails) {
      const text = readFileSync(mail, 'utf8').replace(/=\r?\n/g, '').replaceAll('=3D', '=');
      const link = /https?:\/\/\S+/.exec(text.slice(text.search(/\r?\n\r?\n/)))?.[0];
      if (link?.includes(kind)) {
        return link;
      }
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no mail with a link to ${kind}`);
}

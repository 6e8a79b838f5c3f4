import type { JSX } from 'preact';
import { PasswordForm } from './password-form';

export function ConfirmPage(): JSX.Element {
  return (
    <section class="narrow-page card">
      <h1>Choose a password</h1>
      <p>Your address is confirmed with it.</p>
      <PasswordForm path="/v1/accounts/confirm" action="Save and go on" done="Your account is ready." andSignIn />
    </section>
  );
}

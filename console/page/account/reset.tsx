import type { JSX } from 'preact';
import { PasswordForm } from './password-form';

export function ResetPage(): JSX.Element {
  return (
    <section class="narrow-page card">
      <h1>Choose a new password</h1>
      <p>You will be signed out on all other devices.</p>
      <PasswordForm
        path="/v1/accounts/password-reset/confirm"
        action="Save the new password"
        done="The new password is good from now on."
      />
    </section>
  );
}

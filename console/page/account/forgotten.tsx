import type { JSX } from 'preact';
import { MailForm } from './mail-form';

export function ForgottenPage(): JSX.Element {
  return (
    <section class="narrow-page card">
      <h1>Forgotten password</h1>
      <p>We mail you a link; it is good for an hour.</p>
      <MailForm path="/v1/accounts/password-reset" action="Mail me a link" next="Choose a new password" />
      <p class="aside">
        <a href="/sign-in">Back to signing in</a>
      </p>
    </section>
  );
}

import type { JSX } from 'preact';
import { MailForm } from './mail-form';

export function SignUpPage(): JSX.Element {
  return (
    <section class="narrow-page card">
      <h1>Sign up</h1>
      <p>An address is all we need. We mail you a link to confirm it.</p>
      <MailForm path="/v1/accounts" action="Sign up" next="Confirm the address" />
      <p class="aside">
        You have an account? <a href="/sign-in">Sign in</a>
      </p>
    </section>
  );
}

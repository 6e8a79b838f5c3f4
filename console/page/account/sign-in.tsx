import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { session, signIn } from '../api/session';
import { go } from '../router';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';

export function SignInPage(): JSX.Element {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submission = useSubmission();
  const submit = async () => {
    await signIn(email, password);
    if (session.get().state === 'signed-in') {
      go('/try');
    }
  };
  return (
    <section class="narrow-page card">
      <h1>Sign in</h1>
      <Form submission={submission} action="Sign in" onSubmit={submit}>
        <TextField
          label="E-mail address"
          type="email"
          autocomplete="username"
          required
          value={email}
          onChange={setEmail}
          error={submission.fields['email']}
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={submission.fields['password']}
        />
      </Form>
      <p class="aside">
        <a href="/forgotten">Forgotten the password?</a>
        <a href="/sign-up">Sign up</a>
      </p>
    </section>
  );
}

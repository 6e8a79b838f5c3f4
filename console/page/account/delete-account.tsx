import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, forget } from '../api/session';
import { go } from '../router';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';

export function DeleteAccount(): JSX.Element {
  const [password, setPassword] = useState('');
  const submission = useSubmission();
  const submit = async () => {
    await call('/v1/accounts/me', { method: 'DELETE', json: { password } });
    forget();
    go('/');
  };
  return (
    <details class="card">
      <summary>End the account</summary>
      <p>All tokens are revoked, all people signed out, and addresses forgotten. This can't be undone.</p>
      <Form submission={submission} action="End the account for good" kind="danger" onSubmit={submit}>
        <TextField
          label="Your password"
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={submission.fields['password']}
        />
      </Form>
    </details>
  );
}

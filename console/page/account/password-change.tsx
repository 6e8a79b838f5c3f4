import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/session';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';
import { Notice } from '../ui/notice';

export function PasswordChange({ email }: { email: string }): JSX.Element {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const submission = useSubmission();
  const submit = async () => {
    setDone(false);
    await call('/v1/accounts/me/password', { method: 'POST', json: { current, password } });
    setCurrent('');
    setPassword('');
    setDone(true);
  };
  return (
    <details class="card">
      <summary>Change the password</summary>
      <Form submission={submission} action="Change the password" onSubmit={submit}>
        {/* Password managers need to know whose password it is. */}
        <input class="out-of-sight" type="text" autocomplete="username" value={email} readonly tabIndex={-1} aria-hidden="true" />
        <TextField
          label="Present password"
          type="password"
          autocomplete="current-password"
          required
          value={current}
          onChange={setCurrent}
          error={submission.fields['current']}
        />
        <TextField
          label="New password"
          type="password"
          autocomplete="new-password"
          hint="At least 10 characters. You will be signed out everywhere else."
          required
          minLength={10}
          maxLength={200}
          value={password}
          onChange={setPassword}
          error={submission.fields['password']}
        />
        {done && <Notice kind="good">The new password is good from now on.</Notice>}
      </Form>
    </details>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/session';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';
import { type Mailed, MailedNotice } from './mailed';

/** Asks for another address of one's own. */
export function EmailChange(): JSX.Element {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [mailed, setMailed] = useState<Mailed>();
  const submission = useSubmission();
  const submit = async () => {
    setMailed(await call<Mailed>('/v1/accounts/me/email', { method: 'POST', json: { email, password } }));
    setPassword('');
  };
  return (
    <details class="card">
      <summary>Change the e-mail address</summary>
      <p>We mail a link to the new address; once it is followed, the old one is no longer known here.</p>
      <Form submission={submission} action="Change the address" onSubmit={submit}>
        <TextField
          label="New e-mail address"
          type="email"
          autocomplete="email"
          required
          maxLength={254}
          value={email}
          onChange={setEmail}
          error={submission.fields['email']}
        />
        <TextField
          label="Password for this change"
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={submission.fields['password']}
        />
        {mailed && <MailedNotice mailed={mailed} action="Confirm the address" />}
      </Form>
    </details>
  );
}

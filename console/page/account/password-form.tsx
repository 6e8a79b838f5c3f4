import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { read, send } from '../api/client';
import { signIn } from '../api/session';
import type { Member } from '../api/types';
import { go } from '../router';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';
import { Notice } from '../ui/notice';

interface PasswordFormProps {
  /** The route that takes the token of a mailed link and a password. */
  path: string;
  action: string;
  done: string;
  /** Where the answer names the person, who is then signed in at once. */
  andSignIn?: boolean;
}

/** Sets the password with the token that the mailed link carries after `#`. */
export function PasswordForm({ path, action, done, andSignIn = false }: PasswordFormProps): JSX.Element {
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [finished, setFinished] = useState(false);
  const submission = useSubmission();
  if (!token) {
    return <Notice kind="bad">This page is reached through the link in our mail; the address in the browser lacks its end.</Notice>;
  }
  if (finished) {
    return (
      <Notice kind="good">
        <p>{done}</p>
        <a class="button primary" href="/sign-in">
          Sign in
        </a>
      </Notice>
    );
  }
  const submit = async () => {
    const member = await read<Member | undefined>(await send(path, { method: 'POST', json: { token, password } }));
    history.replaceState(null, '', location.pathname);
    setFinished(true);
    if (andSignIn && member) {
      await signIn(member.email, password);
      go('/try');
    }
  };
  return (
    <Form submission={submission} action={action} onSubmit={submit}>
      <TextField
        label="Password"
        type="password"
        autocomplete="new-password"
        hint="At least 10 characters. A few words that belong to no saying are good and easy to keep."
        required
        minLength={10}
        maxLength={200}
        value={password}
        onChange={setPassword}
        error={submission.fields['password'] ?? submission.fields['token']}
      />
    </Form>
  );
}

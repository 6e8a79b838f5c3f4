import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { read, send } from '../api/client';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';
import { type Mailed, MailedNotice } from './mailed';

interface MailFormProps {
  /** The route that mails a link to an address. */
  path: string;
  action: string;
  /** What the mailed link is for. */
  next: string;
}

/** Asks for an address and has a link mailed to it. */
export function MailForm({ path, action, next }: MailFormProps): JSX.Element {
  const [email, setEmail] = useState('');
  const [mailed, setMailed] = useState<Mailed>();
  const submission = useSubmission();
  if (mailed) {
    return <MailedNotice mailed={mailed} action={next} />;
  }
  return (
    <Form
      submission={submission}
      action={action}
      onSubmit={async () => setMailed(await read<Mailed>(await send(path, { method: 'POST', json: { email } })))}
    >
      <TextField
        label="E-mail address"
        type="email"
        autocomplete="email"
        required
        maxLength={254}
        value={email}
        onChange={setEmail}
        error={submission.fields['email']}
      />
    </Form>
  );
}

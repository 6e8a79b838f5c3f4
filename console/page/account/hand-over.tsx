import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, reloadMe } from '../api/session';
import type { Member } from '../api/types';
import { Field, TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';

/** Makes one of the admins the owner. */
export function HandOver({ admins }: { admins: Member[] }): JSX.Element {
  const [member, setMember] = useState(admins[0]?.id ?? '');
  const [password, setPassword] = useState('');
  const submission = useSubmission();
  const submit = async () => {
    await call('/v1/accounts/me/owner', { method: 'POST', json: { member, password } });
    await reloadMe();
  };
  return (
    <details>
      <summary>Hand the account over</summary>
      <p>The new owner invites and removes people, changes the plan and can end the account. You go on as admin.</p>
      <Form submission={submission} action="Hand the account over" kind="danger" onSubmit={submit}>
        <Field label="New owner" error={submission.fields['member']}>
          {(attributes) => (
            <select {...attributes} value={member} onChange={(event) => setMember(event.currentTarget.value)}>
              {admins.map((admin) => (
                <option key={admin.id} value={admin.id}>
                  {admin.email}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label="Owner's password"
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

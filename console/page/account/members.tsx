import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/session';
import type { Member } from '../api/types';
import { ConfirmedAction } from '../ui/action';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { moment } from '../ui/words';
import { HandOver } from './hand-over';
import { type Mailed, MailedNotice } from './mailed';

const PATH = '/v1/accounts/me/members';

interface MembersProps {
  /** Whether the person may invite and remove. */
  owner: boolean;
  /** Id of the person. */
  self: string;
}

/** Who may sign in to the account. */
export function Members({ owner, self }: MembersProps): JSX.Element {
  const members = useLoaded(() => call<{ members: Member[] }>(PATH));
  const remove = async (member: Member) => {
    await call(`${PATH}/${member.id}`, { method: 'DELETE' });
    await members.reload();
  };
  return (
    <div class="card">
      <h2>People</h2>
      <WhenLoaded loaded={members}>
        {(value) => (
          <>
            <ul class="rows">
              {value.members.map((member) => (
                <li key={member.id}>
                  <span>
                    {member.email} <small>{member.role}, since {moment(member.created)}</small>
                  </span>
                  {owner && member.id !== self && (
                    <ConfirmedAction label="Remove" of={member.email} question={`Remove ${member.email}?`} onDo={() => remove(member)}>
                      <p>The person is signed out at once and can't sign in any more.</p>
                    </ConfirmedAction>
                  )}
                </li>
              ))}
            </ul>
            {owner && value.members.length > 1 && <HandOver admins={value.members.filter((member) => member.id !== self)} />}
          </>
        )}
      </WhenLoaded>
      {owner && <Invitation />}
    </div>
  );
}

function Invitation(): JSX.Element {
  const [email, setEmail] = useState('');
  const [mailed, setMailed] = useState<Mailed>();
  const submission = useSubmission();
  const submit = async () => {
    setMailed(await call<Mailed>(PATH, { method: 'POST', json: { email } }));
    setEmail('');
  };
  return (
    <Form submission={submission} action="Invite" kind="primary" onSubmit={submit}>
      <TextField
        label="Invite somebody as admin"
        hint="E-mail address. Admins can do all but invite, remove, change the plan and end the account."
        type="email"
        required
        maxLength={254}
        value={email}
        onChange={setEmail}
        error={submission.fields['email']}
      />
      {mailed && <MailedNotice mailed={mailed} action="Accept the invitation" />}
    </Form>
  );
}

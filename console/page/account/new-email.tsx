import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { read, send } from '../api/client';
import type { Member } from '../api/types';
import { Form, useSubmission } from '../ui/form';
import { Notice } from '../ui/notice';

/** Confirms a new address with the token that the mailed link carries after `#`; not without a click, for mail filters follow links. */
export function NewEmailPage(): JSX.Element {
  const [token] = useState(() => location.hash.slice(1));
  const [member, setMember] = useState<Member>();
  const submission = useSubmission();
  const submit = async () => {
    setMember(await read<Member>(await send('/v1/accounts/email/confirm', { method: 'POST', json: { token } })));
    history.replaceState(null, '', location.pathname);
  };
  return (
    <section class="narrow-page card">
      <h1>New e-mail address</h1>
      {member ? (
        <Notice kind="good">
          <p>From now on you sign in with {member.email}.</p>
          <a class="button primary" href="/try">
            Go on
          </a>
        </Notice>
      ) : (
        <Form submission={submission} action="Use this address" onSubmit={submit}>
          {submission.fields['token'] && <Notice kind="bad">{submission.fields['token']}</Notice>}
        </Form>
      )}
    </section>
  );
}

import type { JSX } from 'preact';
import { signOut, useSession } from '../api/session';
import { go } from '../router';
import { Action } from '../ui/action';
import { day } from '../ui/words';
import { AuditTrail } from './audit-trail';
import { DeleteAccount } from './delete-account';
import { EmailChange } from './email-change';
import { Members } from './members';
import { PasswordChange } from './password-change';
import { SessionList } from './session-list';

/** The person, the people of the account, and what they did. */
export default function AccountPage(): JSX.Element | null {
  const session = useSession();
  if (session.state !== 'signed-in') {
    return null;
  }
  const { account, member, plan } = session.me;
  const owner = member.role === 'owner';
  return (
    <section>
      <h1>Account</h1>
      <div class="card">
        <dl class="terms-list">
          <dt>Signed in as</dt>
          <dd>
            {member.email}, {member.role}
          </dd>
          <dt>Account of</dt>
          <dd>
            {account.email}, since {day(account.created)}
          </dd>
          <dt>Plan</dt>
          <dd>
            <a href="/plan">{plan.name}</a>
          </dd>
        </dl>
        <div class="actions">
          <Action label="Sign out" kind="plain" onDo={() => leave(false)} />
          <Action label="Sign out everywhere" kind="plain" onDo={() => leave(true)} />
        </div>
      </div>
      <PasswordChange email={member.email} />
      <EmailChange />
      <SessionList />
      <Members owner={owner} self={member.id} />
      <AuditTrail />
      {owner && <DeleteAccount />}
    </section>
  );
}

async function leave(everywhere: boolean): Promise<void> {
  await signOut(everywhere);
  go('/');
}

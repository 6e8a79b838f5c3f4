import type { JSX } from 'preact';
import { knownToken } from '../api/credential';
import { HAS_ACCOUNTS } from '../api/edition';
import { useSession } from '../api/session';
import { useStore } from '../store';
import { TextField } from '../ui/field';

/** Asks people who are not signed in for a token. */
export function TokenField(): JSX.Element | null {
  const session = useSession();
  const token = useStore(knownToken);
  if (!HAS_ACCOUNTS || session.state !== 'nobody') {
    return null;
  }
  return (
    <div class="card token-field">
      <TextField
        label="API token"
        hint="It stays in this page and is gone when you leave it."
        autocomplete="off"
        placeholder="40 letters and digits"
        value={token}
        onChange={(value) => knownToken.set(value.trim())}
      />
      <p class="aside">
        No token? <a href="/sign-up">Sign up</a>
        <a href="/sign-in">Sign in</a>
      </p>
    </div>
  );
}

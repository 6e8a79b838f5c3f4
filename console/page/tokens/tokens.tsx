import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { knownToken } from '../api/credential';
import { call } from '../api/session';
import type { NewToken, Token } from '../api/types';
import { CopyButton } from '../ui/copy';
import { TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { TokenList } from './token-list';

/** The account's API tokens. */
export default function TokensPage(): JSX.Element {
  const [made, setMade] = useState<NewToken>();
  const tokens = useLoaded(() => call<{ tokens: Token[] }>('/v1/tokens'));
  const show = async (token: NewToken) => {
    setMade(token);
    knownToken.set(token.token);
    await tokens.reload();
  };
  return (
    <section>
      <h1>Tokens</h1>
      <p class="hint">
        A program shows one with each call, in the header <code>Authorization</code>. Give each program its own, so that you can
        revoke one alone.
      </p>
      {made && <MadeToken token={made} />}
      <div class="card">
        <h2>New token</h2>
        <NewTokenForm onMade={show} />
      </div>
      <div class="card">
        <h2>Your tokens</h2>
        <WhenLoaded loaded={tokens}>
          {(value) => <TokenList tokens={value.tokens} onRotated={show} onChange={tokens.reload} />}
        </WhenLoaded>
      </div>
    </section>
  );
}

function MadeToken({ token }: { token: NewToken }): JSX.Element {
  return (
    <Notice kind="good">
      <p>
        <strong>{token.name}</strong>: copy it now, it is not shown again.
      </p>
      <p class="secret">
        <code>{token.token}</code>
        <CopyButton text={token.token} />
      </p>
      <p class="hint">
        Until you leave this page it also stands in the sample calls of <a href="/try">Try it</a>.
      </p>
    </Notice>
  );
}

function NewTokenForm({ onMade }: { onMade: (token: NewToken) => Promise<void> }): JSX.Element {
  const [name, setName] = useState('');
  const submission = useSubmission();
  const submit = async () => {
    const made = await call<NewToken>('/v1/tokens', { method: 'POST', json: { name } });
    setName('');
    await onMade(made);
  };
  return (
    <Form submission={submission} action="Make a token" onSubmit={submit}>
      <TextField
        label="Name"
        hint="What it is for, such as Gate 7."
        required
        maxLength={100}
        value={name}
        onChange={setName}
        error={submission.fields['name']}
      />
    </Form>
  );
}

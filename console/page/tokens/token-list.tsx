import type { JSX } from 'preact';
import { knownToken } from '../api/credential';
import { call } from '../api/session';
import type { NewToken, Token } from '../api/types';
import { ConfirmedAction } from '../ui/action';
import { moment } from '../ui/words';

interface TokenListProps {
  tokens: Token[];
  onRotated: (token: NewToken) => Promise<void>;
  onChange: () => Promise<void>;
}

export function TokenList({ tokens, onRotated, onChange }: TokenListProps): JSX.Element {
  if (tokens.length === 0) {
    return <p class="none">None yet</p>;
  }
  const revoke = async (token: Token) => {
    await call(`/v1/tokens/${token.id}`, { method: 'DELETE' });
    if (knownToken.get().endsWith(token.last_four)) {
      knownToken.set('');
    }
    await onChange();
  };
  const rotate = async (token: Token) =>
    onRotated(await call<NewToken>(`/v1/tokens/${token.id}/rotate`, { method: 'POST' }));
  return (
    <ul class="rows">
      {tokens.map((token) => (
        <li key={token.id} class={token.revoked ? 'past' : ''}>
          <span>
            {token.name} <code>…{token.last_four}</code> <small>made {moment(token.created)}</small>
          </span>
          {token.revoked ? (
            <small>Revoked {moment(token.revoked)}</small>
          ) : (
            <Orders token={token} onRotate={rotate} onRevoke={revoke} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface OrdersProps {
  token: Token;
  onRotate: (token: Token) => Promise<void>;
  onRevoke: (token: Token) => Promise<void>;
}

function Orders({ token, onRotate, onRevoke }: OrdersProps): JSX.Element {
  return (
    <span>
      <ConfirmedAction label="Rotate" of={token.name} question={`Rotate ${token.name}?`} onDo={() => onRotate(token)}>
        <p>You get a new token of the same name, and the present one is refused from the next call on.</p>
      </ConfirmedAction>
      <ConfirmedAction label="Revoke" of={token.name} question={`Revoke ${token.name}?`} onDo={() => onRevoke(token)}>
        <p>Programs that use it are refused from their next call on. This can't be undone.</p>
      </ConfirmedAction>
    </span>
  );
}

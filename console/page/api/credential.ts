import { createStore } from '../store';
import { call, session } from './session';

/** An API token that was pasted or made on this page; it is kept in memory only. */
export const knownToken = createStore('');

let mobile: { token: string; until: number } | undefined;

/** The `Authorization` of calls that take no session: the known token, or a short-lived one that the session makes. */
export async function authorization(): Promise<Record<string, string>> {
  if (knownToken.get()) {
    return { Authorization: `Token ${knownToken.get()}` };
  }
  if (session.get().state !== 'signed-in') {
    return {};
  }
  if (!mobile || mobile.until < Date.now()) {
    const made = await call<{ token: string; expires: string }>('/v1/tokens/mobile', {
      method: 'POST',
      json: { expires_in: 900 },
    });
    mobile = { token: made.token, until: Date.parse(made.expires) - 60_000 };
  }
  return { Authorization: `Bearer ${mobile.token}` };
}

session.subscribe(() => {
  if (session.get().state === 'nobody') {
    mobile = undefined;
    knownToken.set('');
  }
});

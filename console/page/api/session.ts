import { createStore, useStore } from '../store';
import { ApiError, type Call, read, send } from './client';
import type { Me } from './types';

/** Who is signed in: not known yet, nobody, or this person. */
export type Session = { state: 'unknown' } | { state: 'nobody' } | { state: 'signed-in'; me: Me };

/** Says only that somebody was signed in here, so that the first drawing is the right one; the session itself no script can see. */
const HINT = 'matricula.signed-in';

export const session = createStore<Session>({ state: localStorage.getItem(HINT) ? 'unknown' : 'nobody' });
let refreshing: Promise<boolean> | undefined;

export function useSession(): Session {
  return useStore(session);
}

/** Asks the server who is signed in, if somebody may be. */
export async function restoreSession(): Promise<void> {
  if (session.get().state === 'unknown') {
    await loadMe();
  }
}

/** Asks the server anew what the person is. */
export async function reloadMe(): Promise<void> {
  await loadMe();
}

async function loadMe(): Promise<void> {
  try {
    const me = await call<Me>('/v1/accounts/me');
    localStorage.setItem(HINT, '1');
    session.set({ state: 'signed-in', me });
  } catch (error) {
    if (error instanceof ApiError && error.status !== 0 && error.status < 500) {
      forget();
    } else {
      session.set({ state: 'nobody' });
    }
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  await read(await send('/v1/sessions', { method: 'POST', json: { email, password, cookie: true } }));
  await loadMe();
}

export async function signOut(everywhere = false): Promise<void> {
  try {
    await call(everywhere ? '/v1/sessions' : '/v1/sessions/current', { method: 'DELETE' });
  } finally {
    forget();
  }
}

/** Forgets here that somebody was signed in. */
export function forget(): void {
  localStorage.removeItem(HINT);
  session.set({ state: 'nobody' });
}

/** Calls the server in the session; a session that ran out is renewed once. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const first = await send(path, options);
  if (first.status !== 403 || !(await refresh())) {
    return read<T>(first);
  }
  return read<T>(await send(path, options));
}

/** All calls that find the session run out wait for one renewal. */
function refresh(): Promise<boolean> {
  refreshing ??= send('/v1/sessions/refresh', { method: 'POST' })
    // 409: another tab has renewed it just now.
    .then((response) => response.ok || response.status === 409)
    .catch(() => false)
    .finally(() => (refreshing = undefined));
  return refreshing;
}

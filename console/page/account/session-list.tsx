import type { JSX } from 'preact';
import { call } from '../api/session';
import type { SessionLine } from '../api/types';
import { Action } from '../ui/action';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { moment } from '../ui/words';

const PATH = '/v1/sessions';

/** Where the person is signed in, and an end to that. */
export function SessionList(): JSX.Element {
  const sessions = useLoaded(() => call<{ sessions: SessionLine[] }>(PATH));
  const end = async (which: string) => {
    await call(`${PATH}/${which}`, { method: 'DELETE' });
    await sessions.reload();
  };
  return (
    <details class="card">
      <summary>Where you are signed in</summary>
      <WhenLoaded loaded={sessions}>
        {(value) => (
          <>
            <ul class="rows">
              {value.sessions.map((session) => (
                <li key={session.id}>
                  <span>
                    Since {moment(session.created)} {session.address && `from ${session.address}`}{' '}
                    <small>{session.current ? 'here' : `last active ${moment(session.refreshed)}`}</small>
                  </span>
                  {!session.current && <Action label="End" of={`session of ${moment(session.created)}`} onDo={() => end(session.id)} />}
                </li>
              ))}
            </ul>
            {value.sessions.length > 1 && <Action label="Sign out everywhere else" kind="plain" onDo={() => end('others')} />}
          </>
        )}
      </WhenLoaded>
    </details>
  );
}

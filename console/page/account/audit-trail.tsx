import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/session';
import type { AuditAnswer } from '../api/types';
import { Action } from '../ui/action';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { moment } from '../ui/words';

const PATH = '/v1/accounts/me/audit?limit=20';

/** Who did what, newest first. */
export function AuditTrail(): JSX.Element {
  const [older, setOlder] = useState<AuditAnswer[]>([]);
  const newest = useLoaded(() => call<AuditAnswer>(PATH));
  const pages = newest.value ? [newest.value, ...older] : older;
  const next = pages.at(-1)?.next;
  return (
    <details class="card">
      <summary>What happened</summary>
      <WhenLoaded loaded={newest}>
        {() => (
          <ul class="rows">
            {pages
              .flatMap((page) => page.entries)
              .map((entry) => (
                <li key={entry.id}>
                  <span>
                    {entry.action.replaceAll('_', ' ')} {entry.subject} <small>by {entry.actor}</small>
                  </span>
                  <small>
                    {moment(entry.at)} {entry.address && `from ${entry.address}`}
                  </small>
                </li>
              ))}
          </ul>
        )}
      </WhenLoaded>
      {next && (
        <Action
          label="Show older"
          kind="plain"
          onDo={async () => setOlder([...older, await call<AuditAnswer>(`${PATH}&before=${encodeURIComponent(next)}`)])}
        />
      )}
    </details>
  );
}

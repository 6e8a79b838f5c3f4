import type { ComponentChildren, JSX } from 'preact';
import { ApiError } from '../api/client';

interface NoticeProps {
  kind: 'info' | 'good' | 'bad' | 'warning';
  children: ComponentChildren;
}

/** A message that a screen reader reads out when it appears. */
export function Notice({ kind, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** What went wrong, in the server's own words where it has said any. */
export function Failure({ error }: { error: unknown }): JSX.Element {
  return <Notice kind="bad">{describe(error)}</Notice>;
}

export function describe(error: unknown): string {
  if (!(error instanceof ApiError)) {
    return 'Something went wrong on this page. Reload it and try again.';
  }
  return error.status === 429 && error.retryAfter && !/second|minute/.test(error.detail)
    ? `${error.detail} Try again in ${error.retryAfter} seconds.`
    : error.detail;
}

import type { JSX } from 'preact';
import { Notice } from '../ui/notice';

export interface Mailed {
  detail: string;
  /** The link that was mailed; only servers on one's own machine tell it. */
  link?: string;
}

/** What to do after a link was mailed. */
export function MailedNotice({ mailed, action }: { mailed: Mailed; action: string }): JSX.Element {
  return (
    <Notice kind="good">
      <p>{mailed.detail}</p>
      {mailed.link && (
        <>
          <p>This server runs on your own machine, so you need not wait for the mail:</p>
          <a class="button primary" href={withinPage(mailed.link)}>
            {action}
          </a>
        </>
      )}
    </Notice>
  );
}

/** The mail names the server's configured address; the page stays on the one that it was loaded from. */
function withinPage(link: string): string {
  const address = new URL(link, location.href);
  return address.pathname + address.search + address.hash;
}

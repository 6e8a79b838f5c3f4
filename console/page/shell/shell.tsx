import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { HAS_ACCOUNTS } from '../api/edition';
import { type Session, useSession } from '../api/session';
import { currentPath, go, usePath } from '../router';
import { Icon, Logo } from '../ui/icons';
import { NAVIGATION, type Page, PAGES } from './pages';

const MISSING: Page = { title: 'Not found', view: NotFound };

/** What stands around every page. */
export function Shell(): JSX.Element {
  const path = usePath();
  const session = useSession();
  const page = PAGES[path] ?? MISSING;
  const main = useFocusOnNewPage(path, page.title);
  useRedirect(path, page, session);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="bar">
        <a class="brand" href="/">
          <Logo />
          Matricula
        </a>
        {HAS_ACCOUNTS && <Person session={session} path={path} />}
      </header>
      <Navigation session={session} path={path} />
      <main id="main" tabIndex={-1} ref={main}>
        {page.needsSession && session.state !== 'signed-in' ? (
          <div class="placeholder" aria-busy="true" />
        ) : (
          <page.view key={path} />
        )}
      </main>
    </>
  );
}

function Navigation({ session, path }: { session: Session; path: string }): JSX.Element {
  const entries = NAVIGATION.filter(
    (entry) => PAGES[entry.path] && (session.state !== 'nobody' || !PAGES[entry.path]?.needsSession),
  );
  return (
    <nav class="pages" aria-label="Pages">
      {entries.map((entry) => (
        <a key={entry.path} href={entry.path} aria-current={path === entry.path ? 'page' : undefined}>
          <Icon name={entry.icon} />
          {PAGES[entry.path]?.title}
        </a>
      ))}
    </nav>
  );
}

function Person({ session, path }: { session: Session; path: string }): JSX.Element {
  if (session.state === 'nobody') {
    return (
      <div class="person">
        <a href="/sign-in" aria-current={path === '/sign-in' ? 'page' : undefined}>
          Sign in
        </a>
        <a class="button primary" href="/sign-up" aria-current={path === '/sign-up' ? 'page' : undefined}>
          Sign up
        </a>
      </div>
    );
  }
  return (
    <div class="person">
      <a href="/account" aria-current={path === '/account' ? 'page' : undefined}>
        <Icon name="person" />
        <span class="wide">{session.state === 'signed-in' ? session.me.member.email : 'Account'}</span>
        <span class="narrow">Account</span>
      </a>
    </div>
  );
}

/** People who are signed in start at the tool; those who are not can't see what belongs to an account. */
function useRedirect(path: string, page: Page, session: Session): void {
  useEffect(() => {
    if (path !== currentPath()) {
      return; // Who signed out has been led elsewhere meanwhile.
    }
    if (page.needsSession && session.state === 'nobody') {
      go('/sign-in');
    } else if (path === '/' && (session.state === 'signed-in' || !HAS_ACCOUNTS)) {
      go('/try');
    }
  }, [path, page, session.state]);
}

/** A new page begins at its start for the keyboard and the screen reader too, as if the browser had loaded it. */
function useFocusOnNewPage(path: string, title: string) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${title} · Matricula`;
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [path, title]);
  return main;
}

function NotFound(): JSX.Element {
  return (
    <section class="narrow-page">
      <h1>There is no such page</h1>
      <p>
        The address may be old. <a href="/">Back to the start</a>
      </p>
    </section>
  );
}
